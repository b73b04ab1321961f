import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { ApiAnswerOf, RequireScopes } from '@otp-notary/platform';
import { z } from 'zod';
import { ReceiptKeys } from '../domain/receipt-keys.js';

/** RFC 7517. */
const jwks = z.strictObject({
  keys: z.array(
    z.strictObject({
      kty: z.literal('EC'),
      crv: z.literal('P-256'),
      x: z.string(),
      y: z.string(),
      kid: z.string(),
      use: z.literal('sig'),
      alg: z.literal('ES256'),
    }),
  ),
});

@ApiTags('receipts')
@Controller('v1/receipt-keys')
export class ReceiptKeysController {
  constructor(@Inject(ReceiptKeys) private readonly keys: ReceiptKeys) {}

  @Get()
  @RequireScopes('otp:verify')
  @ApiOperation({ operationId: 'receiptKeys', summary: 'The public keys that check receipts (JWKS).' })
  @ApiAnswerOf(200, jwks)
  receiptKeys(): z.infer<typeof jwks> {
    return jwks.parse({ keys: this.keys.published() });
  }
}
