import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';
import { Transport, type GrpcOptions } from '@nestjs/microservices';
import { loaderOptions } from '@otp-notary/proto';
import type { Metrics } from './metrics.js';
import { BODY_LIMIT } from './rest.js';

/** Which gRPC API a service has. */
export interface GrpcApi {
  /** Package of the .proto file. */
  readonly package: string;
  /** Path of the .proto file. */
  readonly proto: string;
}

/** The gRPC side of a service, in plain text: TLS ends in front of it. */
export function rpcOptions(grpc: GrpcApi, address: string, metrics: Metrics): GrpcOptions {
  return {
    transport: Transport.GRPC,
    options: {
      url: address,
      package: grpc.package,
      protoPath: grpc.proto,
      loader: loaderOptions,
      maxReceiveMessageLength: BODY_LIMIT,
      gracefulShutdown: true,
      // grpc-js reads its server interceptors from the options of its channels; the type of Nest does not name them.
      channelOptions: { interceptors: [measure(metrics)] },
    },
  };
}

function measure(metrics: Metrics): ServerInterceptor {
  const seconds = metrics.histogram('otp_grpc_request_duration_seconds', 'Time to answer a call', ['method', 'status']);
  return (method, call) => {
    const start = performance.now();
    return new ServerInterceptingCall(call, {
      sendStatus: (status, next) => {
        seconds.observe({ method: method.path, status: status.code }, (performance.now() - start) / 1000);
        next(status);
      },
    });
  };
}
