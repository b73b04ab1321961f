import { main, readConfig } from '@otp-notary/platform';
import { issuerConfig } from './config.js';
import { startIssuer } from './service.js';

main(() => startIssuer(readConfig(issuerConfig, process.env)));
