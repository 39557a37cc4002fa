import { setTimeout } from 'node:timers/promises';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';

export type MailServer = { url: string; received: string[]; close(): Promise<void> };

/** A mail server as there are many; `temper` may refuse, or hang up after it has taken a mail. */
export function mailServer(
	temper: { refuse?: number; hangUp?: boolean; unknown?: string } = {}
): Promise<MailServer> {
	const received: string[] = [];
	const server = new SMTPServer({
		authOptional: true,
		disabledCommands: ['STARTTLS'],
		logger: false,
		onRcptTo({ address }, _, done) {
			if (address !== temper.unknown) return done();
			done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
		},
		onData(stream, _, done) {
			let mail = '';
			stream.on('data', (chunk: Buffer) => (mail += chunk.toString()));
			stream.on('end', () => {
				if (temper.refuse) {
					temper.refuse--;
					const refusal = Object.assign(new Error('try later'), { responseCode: 451 });
					return done(refusal);
				}
				received.push(mail);
				if (temper.hangUp) {
					server.connections.forEach((one) =>
						(one as unknown as { _socket: { destroy(): void } })._socket.destroy()
					);
					return;
				}
				done();
			});
		}
	});
	server.on('error', () => {});
	return new Promise((resolve) => {
		server.listen(0, '127.0.0.1', () => {
			const { port } = server.server.address() as { port: number };
			resolve({
				url: `smtp://127.0.0.1:${port}`,
				received,
				close: () => new Promise((closed) => server.close(() => closed()))
			});
		});
	});
}

/** How long to leave the processor to who sends, in milliseconds. */
const PAUSE_MS = 20;

/**
 * The latest mail that is waited for, once it has come.
 *
 * @param since how many had come before: they are left out
 */
export async function arrived(
	{ received }: MailServer,
	isAwaited: (mail: Email) => boolean,
	since = 0
): Promise<Email> {
	for (;;) {
		const mails = await Promise.all(received.slice(since).map((raw) => PostalMime.parse(raw)));
		const mail = mails.findLast(isAwaited);
		if (mail) return mail;
		await setTimeout(PAUSE_MS);
	}
}
