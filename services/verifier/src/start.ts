import { systemClock, type Clock } from '@otp-notary/crypto';
import { runService, type RunningService } from '@otp-notary/platform';
import { PROTO_PACKAGE, protoPath } from '@otp-notary/proto';
import { verifierModule } from './app.module.js';
import type { VerifierConfig } from './config.js';

/** Starts the verifier: resolves when it takes answers. */
export async function startVerifier(config: VerifierConfig, clock: Clock = systemClock): Promise<RunningService> {
  return await runService({
    name: 'verifier',
    config,
    module: (context) => verifierModule(config, context, clock),
    grpc: { package: PROTO_PACKAGE, proto: protoPath('verifier') },
    openapi: {
      title: 'OTP Notary verifier',
      description: 'Takes answers to challenges: a right one consumes the code, once, and is answered with a receipt.',
      tags: {
        verifications: 'Answers to challenges.',
        receipts: 'What checks the receipts of successes.',
      },
    },
  });
}
