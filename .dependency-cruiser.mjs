// Who may import whom (docs/architecture.md). `npm run boundaries` fails where an arrow is not drawn there.

/** Lower first: a lib imports only libs before it. */
const order = [
  'errors',
  'crypto',
  'keys',
  'events',
  'challenge',
  'merkle',
  'proof',
  'fsck',
  'proto',
  'platform',
  'persistence',
  'bus',
  'outbox',
  'sdk',
  'testkit',
];
const tests = '(\\.test\\.ts$|/test/)';
const frameworks = '(@nestjs|node_modules/(pg|kafkajs|fastify|typeorm|nodemailer|viem|@grpc|rxjs|pino|prom-client))';

const layering = order.map((lib, at) => ({
  name: `libs-${lib}-imports-lower-libs-only`,
  severity: 'error',
  from: { path: `^libs/${lib}/`, pathNot: tests },
  to: { path: `^libs/(${order.slice(at + 1).join('|') || '-'})/` },
}));

export default {
  forbidden: [
    ...layering,
    {
      name: 'no-service-imports-a-service',
      severity: 'error',
      from: { path: '^services/([^/]+)/' },
      to: { path: '^services/', pathNot: '^services/$1/' },
    },
    {
      name: 'nothing-imports-a-service',
      severity: 'error',
      from: { pathNot: '^services/' },
      to: { path: '^services/' },
    },
    {
      name: 'libs-import-libs-only',
      severity: 'error',
      from: { path: '^libs/', pathNot: ['^libs/testkit/', tests] },
      to: { path: '^(services|tools|e2e|bench)/' },
    },
    {
      name: 'domain-knows-no-framework',
      severity: 'error',
      from: { path: '^services/[^/]+/src/domain/', pathNot: tests },
      to: { path: frameworks },
    },
    {
      name: 'domain-knows-no-adapter-and-no-api',
      severity: 'error',
      from: { path: '^services/[^/]+/src/domain/', pathNot: tests },
      to: { path: '^services/[^/]+/src/(adapters|api|log)/' },
    },
    {
      name: 'testkit-is-for-tests-and-tools',
      severity: 'error',
      from: { path: '^(services|libs)/', pathNot: ['^libs/testkit/', tests, '\\.fixture\\.ts$'] },
      to: { path: '^libs/testkit/' },
    },
    {
      name: 'a-lib-has-one-way-in',
      severity: 'error',
      from: { path: '^(libs|services|tools|e2e|bench)/([^/]+)/' },
      to: { path: '^libs/[^/]+/(src|dist/src)/(?!index\\.|otel\\.|testing/index\\.)', pathNot: '^$1/$2/' },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { pathNot: [tests, '^libs/[^/]+/src/testing/'] },
      to: { path: '^libs/[^/]+/(src|dist/src)/testing/' },
    },
    { name: 'no-cycles', severity: 'error', from: { pathNot: tests }, to: { circular: true } },
  ],
  options: {
    parser: 'swc',
    includeOnly: ['^(libs|services|tools|contracts|e2e|bench)/', 'node_modules/'],
    doNotFollow: { path: ['node_modules', '(^|/)dist/'] },
    exclude: { path: '^contracts/(artifacts|cache|types)/' },
    tsPreCompilationDeps: true,
    // Packages are named by their workspace; what counts is their source.
    enhancedResolveOptions: { conditionNames: ['types', 'import', 'node', 'default'], exportsFields: ['exports'] },
  },
};
