import { NotAllowed } from '../domain/errors.js';
import { NotSent, type Delivery } from '../domain/ports.js';

/** The caller gets the code in the answer and brings it to the person itself. */
export class ResponseDelivery implements Delivery {
  readonly channel = 'response';
  readonly inAnswer = true;

  hint(destination: string | undefined): undefined {
    if (destination === undefined) return;
    const detail = 'destination: the channel has none';
    throw new NotAllowed(detail, { detail });
  }

  send(): Promise<void> {
    return Promise.reject(new NotSent('the channel sends nothing', false));
  }
}
