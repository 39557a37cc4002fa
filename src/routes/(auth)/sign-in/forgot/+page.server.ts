import { callerOf } from '#lib/server/access/caller.ts';
import { accountLetter } from '#lib/server/mail/letters.ts';
import { formOf, textIn } from '../../../form.ts';

/** Without a mail server, or an address to name in mails, an administrator helps. */
export function load({ locals }) {
	return { mails: locals.mailer !== null && locals.address !== null };
}

export const actions = {
	default: async (event) => {
		const { mailer, address, authentication, language } = event.locals;
		const form = await formOf(event);
		if (!mailer || !address) return { asked: false };

		const link = await authentication.forgot(textIn(form, 'email'), callerOf(event), Date.now());
		if (link) {
			// not awaited: how long the answer takes would say whether there is an account
			const mail = accountLetter(
				'reset',
				{ link: `${address}/password?token=${link.token}` },
				language
			);
			void mailer.send(mail, link.email, crypto.randomUUID()).then((failure) => {
				if (failure) console.error(`A mail with a link was not sent: ${failure.problem}`);
			});
		}
		return { asked: true };
	}
};
