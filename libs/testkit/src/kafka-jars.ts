import { mkdir, mkdtemp, rename, rm, stat, writeFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Child } from './child.js';
import { PartDidNotStart } from './errors.js';

const KAFKA_VERSION = '4.1.1';
/** The binding of the logging facade that Kafka's jars were built against. */
const SLF4J_VERSION = '1.7.36';
const FETCH_LIMIT_MS = 10 * 60_000;

const pom = `<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>otp-notary</groupId><artifactId>kafka-jars</artifactId><version>1</version>
  <dependencies>
    <dependency><groupId>org.apache.kafka</groupId><artifactId>kafka_2.13</artifactId><version>${KAFKA_VERSION}</version></dependency>
    <dependency><groupId>org.slf4j</groupId><artifactId>slf4j-simple</artifactId><version>${SLF4J_VERSION}</version></dependency>
  </dependencies>
</project>
`;

/**
 * The directory with Kafka's jars, fetched by Maven the first time and kept for every later run and every checkout
 * (in `OTP_NOTARY_CACHE`, else `~/.cache/otp-notary`). Complete when it exists: it gets its name last.
 * @throws PartDidNotStart
 */
export async function kafkaJars(): Promise<string> {
  const cache = process.env['OTP_NOTARY_CACHE'] ?? join(homedir(), '.cache', 'otp-notary');
  const jars = join(cache, `kafka-${KAFKA_VERSION}`);
  if (await exists(jars)) return jars;
  await assertInstalled('mvn', 'maven');
  await mkdir(cache, { recursive: true });
  const work = await mkdtemp(join(cache, '.fetching-'));
  try {
    await writeFile(join(work, 'pom.xml'), pom);
    await fetchInto(work);
    await rename(join(work, 'libs'), jars).catch(async (error: unknown) => {
      // Another process may have been quicker.
      if (!(await exists(jars))) throw error;
    });
    return jars;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function fetchInto(work: string): Promise<void> {
  const child = await Child.start({
    name: 'mvn',
    command: 'mvn',
    args: ['-q', '-B', 'dependency:copy-dependencies', '-DoutputDirectory=libs'],
    cwd: work,
    env: javaEnvironment(),
  });
  const limit = setTimeout(() => child.killNow(), FETCH_LIMIT_MS);
  const { code } = await child.exited;
  clearTimeout(limit);
  if (code === 0) return;
  const why = child
    .tail()
    .split('\n')
    .find((line) => line.includes('[ERROR]'));
  throw new PartDidNotStart(`Kafka ${KAFKA_VERSION} cannot be fetched by mvn: ${why ?? `exit ${code}`}`);
}

/** @throws PartDidNotStart that says what to install */
export async function assertInstalled(program: string, debianPackage: string): Promise<void> {
  const found = (process.env['PATH'] ?? '').split(':').map((directory) => stat(join(directory, program)));
  if ((await Promise.allSettled(found)).some((result) => result.status === 'fulfilled')) return;
  throw new PartDidNotStart(
    `Kafka needs ${program}, which is not installed: apt-get install ${debianPackage} (or the like), then run this again`,
  );
}

/** What java and mvn need to find themselves, the user's Maven settings and a proxy. */
export function javaEnvironment(): Record<string, string> {
  const names = ['PATH', 'HOME', 'JAVA_HOME', 'MAVEN_OPTS', 'MAVEN_ARGS', 'http_proxy', 'https_proxy', 'no_proxy'];
  return Object.fromEntries(
    names.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
