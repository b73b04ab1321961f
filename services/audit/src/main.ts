import { main } from '@otp-notary/platform';
import { readAuditConfig } from './config.js';
import { startAudit } from './start.js';

main(async () => await startAudit(readAuditConfig(process.env)));
