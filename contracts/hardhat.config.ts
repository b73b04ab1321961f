import { createRequire } from 'node:module';
import hardhatMocha from '@nomicfoundation/hardhat-mocha';
import { defineConfig } from 'hardhat/config';

const { resolve } = createRequire(import.meta.url);

export default defineConfig({
  plugins: [hardhatMocha],
  solidity: {
    compilers: [
      {
        version: '0.8.37',
        // The compiler comes from npm: nothing is downloaded at build time.
        path: resolve('solc/soljson.js'),
        settings: {
          viaIR: true,
          // An anchor is sent every few minutes for years, the contract is deployed once.
          optimizer: { enabled: true, runs: 100_000 },
          // Nothing newer is used, so that the contract runs on chains that have not taken Prague or Osaka.
          evmVersion: 'cancun',
        },
      },
    ],
    npmFilesToBuild: [
      '@openzeppelin/contracts/proxy/transparent/TransparentUpgradeableProxy.sol',
      '@openzeppelin/contracts/proxy/transparent/ProxyAdmin.sol',
      '@openzeppelin/contracts/governance/TimelockController.sol',
    ],
  },
  networks: {
    default: { type: 'edr-simulated', chainType: 'l1', hardfork: 'osaka' },
  },
  test: { mocha: { timeout: 60_000 } },
});
