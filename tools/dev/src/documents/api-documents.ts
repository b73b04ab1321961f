import { serviceNames } from '../system/options.js';
import type { System } from '../system/system.js';

/** The OpenAPI documents that the services of a running system serve, by their places in the repository. */
export async function apiDocuments(system: System): Promise<ReadonlyMap<string, string>> {
  const documents = await Promise.all(
    serviceNames.map(async (service) => {
      const answer = await fetch(`${system.url(service)}/openapi.json`);
      return [`docs/api/${service}.openapi.json`, pretty(await answer.json())] as const;
    }),
  );
  return new Map(documents);
}

/** As committed: members in the order in which they are served. */
function pretty(document: unknown): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}
