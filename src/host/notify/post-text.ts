/** Sends a JSON text to a web address. The only place where the tool opens a connection of its own. */

/** How long the other side may take. */
const timeoutMs = 15_000;

/**
 * POSTs JSON to an address; redirections are refused, as they lead to somebody who was not named.
 * `key` is the same for the same text sent again. Rejects with a reason in words, without the address,
 * which may hold a secret.
 */
export async function postText(address: string, text: string, key: string): Promise<void> {
  let status: number;
  try {
    const response = await fetch(address, {
      method: 'POST',
      body: text,
      // Source: draft-ietf-httpapi-idempotency-key-header.
      headers: { 'content-type': 'application/json', 'idempotency-key': JSON.stringify(key) },
      redirect: 'manual',
      signal: AbortSignal.timeout(timeoutMs),
    });
    status = response.status;
    await response.body?.cancel();
  } catch (error) {
    throw new Error(reasonOf(error));
  }
  if (status >= 300 && status < 400) throw new Error('it leads to another address');
  if (status < 200 || status > 299) throw new Error(`it answered with status ${status}`);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'the connection failed';
  if (error.name === 'TimeoutError') return 'it did not answer within 15 seconds';
  const { cause } = error;
  const code = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
  return `the connection failed${code}`;
}
