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
