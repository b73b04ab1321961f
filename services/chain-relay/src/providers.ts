import type { Clock } from '@otp-notary/crypto';
import { Provider } from './adapters/provider.js';
import { RpcEndpoint } from './adapters/rpc-endpoint.js';
import type { RelayConfig } from './config.js';

type ProviderConfig = Pick<
  RelayConfig,
  'rpcUrls' | 'rpcTimeoutMs' | 'chainId' | 'genesisHash' | 'contract' | 'contractCodeHash'
>;

/** One provider a URL, in the order given, named by its place and host: paths and passwords often are keys. */
export function providersOf(config: ProviderConfig, clock: Clock): Provider[] {
  const { chainId, genesisHash = null, contract, contractCodeHash: codeHash } = config;
  const urls = config.rpcUrls
    .reveal()
    .split(',')
    .map((url) => url.trim());
  return urls
    .filter((url) => url !== '')
    .map((url, index) => {
      const name = `${index + 1}:${new URL(url).host}`;
      const endpoint = new RpcEndpoint(url, name, config.rpcTimeoutMs);
      return new Provider(endpoint, { chainId, genesisHash, contract, codeHash }, () => clock.now());
    });
}
