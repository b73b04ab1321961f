export default {
  forbidden: [{ name: 'x', severity: 'error', from: {}, to: { path: 'zzz' } }],
  options: { parser: 'swc', includeOnly: '^(libs|services|tools|contracts|e2e|bench)/', exclude: 'dist' , tsPreCompilationDeps: true},
};
