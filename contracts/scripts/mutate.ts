import { allMutants, judge, unexplained } from './mutation/run.ts';

// OTP_NOTARY_MUTATE: part of a file's name; OTP_NOTARY_MINUTES: when to stop.
const minutes = Number(process.env['OTP_NOTARY_MINUTES'] ?? 600);
const mutants = allMutants(1, process.env['OTP_NOTARY_MUTATE'] ?? '');
console.log(`${mutants.length} mutants`);
const tally = await judge(mutants, Date.now() + minutes * 60_000, (verdict, { file, line, from, to }) =>
  console.log(`${verdict} ${file}:${line} ${from} → ${to}`),
);
const open = await unexplained(tally.survivors);
console.log(
  `${tally.killed} killed, ${tally.survivors.length} survived (${open.length} unexplained), ${tally.void} void`,
);
process.exitCode = open.length > 0 ? 1 : 0;
