/** A line now and then keeps a silent connection open, in milliseconds. */
const heartbeat = 15_000;

/**
 * Answers with server-sent events: what `ask` gives whenever it has changed, asked every `beat`
 * milliseconds, until the reader leaves or `isOver` it. The last event is called `over`.
 *
 * @param mayHear whether who asked may be told more: their session may have ended since, or their role changed
 */
export function eventStream<T>(
	ask: () => Promise<T>,
	isOver: (now: T) => boolean,
	mayHear: () => Promise<boolean>,
	beat = 700
): Response {
	const encoder = new TextEncoder();
	let left = false;

	const body = new ReadableStream<Uint8Array>({
		async start(controller) {
			const send = (text: string) => controller.enqueue(encoder.encode(`${text}\n\n`));
			let last = '';
			let spoken = 0;
			try {
				while (!left) {
					const now = await ask();
					const text = JSON.stringify(now);
					if (left) return;
					const isNews = text !== last;
					if (isNews && last !== '' && !(await mayHear())) break;
					if (isNews || spoken + heartbeat < Date.now()) {
						send(isNews ? `data: ${text}` : ':');
						spoken = Date.now();
					}
					last = text;
					if (isOver(now)) break;
					await new Promise((turn) => setTimeout(turn, beat));
				}
				if (!left) send('event: over\ndata:');
				if (!left) controller.close();
			} catch (error) {
				if (!left) controller.error(error);
			}
		},
		cancel() {
			left = true;
		}
	});

	return new Response(body, {
		headers: {
			'content-type': 'text/event-stream',
			'cache-control': 'no-store',
			// a proxy that collects before it passes on would make it no stream
			'x-accel-buffering': 'no'
		}
	});
}
