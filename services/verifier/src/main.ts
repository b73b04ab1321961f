import { main } from '@otp-notary/platform';
import { readVerifierConfig } from './config.js';
import { startVerifier } from './start.js';

main(async () => await startVerifier(readVerifierConfig(process.env)));
