/** An answer as tests look at it. */
export interface Answered {
  readonly status: number;
  readonly type: string | null;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Record<string, unknown>;
}

/** Asks with `fetch`; the body is JSON unless the headers say otherwise. */
export async function ask(url: string, request: RequestInit & { token?: string } = {}): Promise<Answered> {
  const { token, headers, ...rest } = request;
  const answer = await fetch(url, {
    ...rest,
    headers: {
      ...(rest.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(headers as Record<string, string> | undefined),
    },
  });
  const text = await answer.text();
  const type = answer.headers.get('content-type');
  const isJson = type?.includes('json') === true;
  return {
    status: answer.status,
    type,
    headers: answer.headers,
    text,
    body: isJson ? (JSON.parse(text) as Record<string, unknown>) : {},
  };
}
