import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Files of Swagger UI that the page needs, and their media types. Nothing else is ever read. */
const ASSETS = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;

export type Asset = keyof typeof ASSETS;

const folder = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));

export function assetType(name: string): string | undefined {
  return Object.hasOwn(ASSETS, name) ? ASSETS[name as Asset] : undefined;
}

export async function readAsset(name: Asset): Promise<Buffer> {
  return await readFile(join(folder, name));
}

/** Only what comes from this service runs on the page; Swagger UI sets styles of elements. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; " +
  "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export const DOCS_PAGE = `<!doctype html>
<html lang="en">
  <meta charset="utf-8">
  <title>OTP Notary API</title>
  <link rel="stylesheet" href="/docs/swagger-ui.css">
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

export const DOCS_START = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: false, validatorUrl: null });
`;
