import { Readable } from 'node:stream';
import type { Mail } from './mail.ts';

/**
 * Why a mail did not go out; `unsure` where the server fell silent after it had it all, `final` where
 * it will never take it: an address that there is not.
 */
export type Failure = { unsure: boolean; final: boolean; problem: string };

/** What hands mails on. */
export type Mailer = {
	/**
	 * @param to one address: nobody sees who else gets it
	 * @param id the same for each try of the same mail, so that who gets it twice sees it once
	 * @returns null where the server took it, else why not
	 */
	send(mail: Mail, to: string, id: string): Promise<Failure | null>;
};

const SECOND = 1000;

/**
 * A mail server.
 *
 * @param url `smtp://user:password@host:587` or `smtps://…`
 * @param from the sender; by default the user of the address where that is one
 */
export function smtpMailer(url: string, from: string | undefined): Mailer {
	const { username, hostname } = new URL(url);
	const user = decodeURIComponent(username);
	const sender = from ?? (user.includes('@') ? user : `rubrique@${hostname}`);
	const domain = /@([^>\s]+)/.exec(sender)?.[1] ?? hostname;
	let transport: ReturnType<typeof connectionTo> | undefined;

	return {
		async send(mail, to, id) {
			// once the last part was read, the server may have it all
			let given = false;
			const read = (content: Buffer | string, isLast: boolean) =>
				Readable.from([content]).on('end', () => {
					given ||= isLast;
				});
			const last = mail.attachments.length - 1;
			const html = read(mail.html, last < 0);
			const attachments = mail.attachments.map(({ content, ...rest }, i) => ({
				...rest,
				content: read(content, i === last)
			}));
			try {
				transport ??= connectionTo(url);
				await (
					await transport
				).sendMail({
					...mail,
					html,
					attachments,
					from: { name: 'Rubrique', address: /<([^<>]+)>/.exec(sender)?.[1] ?? sender },
					to: { name: '', address: to },
					messageId: `<${id}@${domain}>`,
					headers: { 'Auto-Submitted': 'auto-generated' }
				});
				return null;
			} catch (cause) {
				return failureOf(cause, given);
			}
		}
	};
}

/** The package is loaded with the first mail: most who could send one never do. */
async function connectionTo(url: string) {
	const { createTransport } = await import('nodemailer');
	return createTransport({
		url,
		connectionTimeout: 20 * SECOND,
		greetingTimeout: 20 * SECOND,
		socketTimeout: 60 * SECOND
	});
}

function failureOf(cause: unknown, given: boolean): Failure {
	const { responseCode, message } = cause as { responseCode?: number; message?: string };
	// an answer is an answer; silence after the whole mail was given may mean that it went out
	const unsure = given && responseCode === undefined;
	// of the address, for good; what else a server has against us may be mended meanwhile
	const final = responseCode !== undefined && [550, 551, 553].includes(responseCode);
	return { unsure, final, problem: (message ?? String(cause)).slice(0, 500) };
}
