import { main, readConfig } from '@otp-notary/platform';
import { relayConfig } from './config.js';
import { startRelay } from './service.js';

main(async () => startRelay(readConfig(relayConfig, process.env)));
