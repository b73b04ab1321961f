import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ApiAnswerOf, ApiSummary, RequireScopes } from '@otp-notary/platform';
import { z } from 'zod';
import { ReceiptKeys } from '../domain/receipt-keys.js';

/** RFC 7517. */
const jwks = z
  .strictObject({
    keys: z
      .array(
        z
          .strictObject({
            kty: z.literal('EC').describe('Key type'),
            crv: z.literal('P-256').describe('Curve'),
            x: z.string().describe('Coordinate, base64url'),
            y: z.string().describe('Coordinate, base64url'),
            kid: z.string().describe('Id of the key, as in the header of receipts'),
            use: z.literal('sig').describe('It signs'),
            alg: z.literal('ES256').describe('How it signs'),
          })
          .meta({ title: 'ReceiptKey' }),
      )
      .describe('Every key whose receipts may still be checked'),
  })
  .meta({ title: 'ReceiptKeys' });

@ApiTags('receipts')
@Controller('v1/receipt-keys')
export class ReceiptKeysController {
  constructor(@Inject(ReceiptKeys) private readonly keys: ReceiptKeys) {}

  @Get()
  @RequireScopes('otp:verify')
  @ApiSummary('Get the public keys that check receipts', 'A JWK set (RFC 7517), the key in use first.')
  @ApiAnswerOf(200, jwks)
  getReceiptKeys(): z.infer<typeof jwks> {
    return jwks.parse({ keys: this.keys.published() });
  }
}
