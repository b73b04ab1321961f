// Loaded before anything else: `node --import @otp-notary/platform/otel dist/src/main.js`. Does nothing unless OTP_OTLP_ENDPOINT
// is set, so that a service without a collector pays nothing.
import { readFileSync } from 'node:fs';
import { register } from 'node:module';
import { dirname, join } from 'node:path';

const endpoint = process.env['OTP_OTLP_ENDPOINT'];

if (endpoint !== undefined && endpoint !== '') {
  // ES modules are only seen by the instrumentation through this hook.
  register('@opentelemetry/instrumentation/hook.mjs', import.meta.url);
  const { startTracing } = await import('./tracing.js');
  startTracing(endpoint, process.env['OTEL_SERVICE_NAME'] ?? nameOf(process.argv[1]));
}

/** Last part of the name of the package that a file belongs to: `@otp-notary/issuer` → `issuer`. */
function nameOf(file: string | undefined): string {
  for (let folder = dirname(file ?? '/'); folder !== dirname(folder); folder = dirname(folder)) {
    try {
      const { name } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name?: string };
      if (name !== undefined) return name.split('/').at(-1) ?? name;
    } catch {
      // No package.json here: the next folder up may have it.
    }
  }
  return 'otp-notary';
}
