/** What Node says of a connection that was closed before all had come or was sent. */
const CLOSED = ['ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];

/** What Node calls the error of a body that broke off; a database or another server breaks off otherwise. */
const BROKEN_OFF = ['aborted', 'Premature close'];

/**
 * Whether something failed since whoever asked went away: they left the page, or stopped an upload. That
 * is nobody's error, and nobody reads the answer. A fault of ours is one all the same.
 */
export function wentAway(cause: unknown, request: Pick<Request, 'signal'>): boolean {
	if (!(cause instanceof Error)) return false;
	const { code } = cause as NodeJS.ErrnoException;
	const isClosed = code !== undefined && CLOSED.includes(code);
	return (
		cause.name === 'AbortError' ||
		(isClosed && (request.signal.aborted || BROKEN_OFF.includes(cause.message))) ||
		wentAway(cause.cause, request)
	);
}
