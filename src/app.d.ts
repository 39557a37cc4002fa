import type { Locale } from '#lib/messages/compiled/runtime.js';
import type { NoEntryWords } from '#lib/messages/no-entry-words.ts';
import type { Authentication } from '#lib/server/access/authentication.ts';
import type { Mailer } from '#lib/server/mail/mailer.ts';
import type { Visitor } from '#lib/server/access/may.ts';
import type { Db } from '#lib/server/store/sql/open.ts';
import type { Refusal, SentFields } from '#lib/refused-form.ts';
import type { TroubleCode } from '#lib/trouble.ts';

declare global {
	namespace App {
		interface Locals {
			db: Db;
			/** folder of the database, where uploads are spooled */
			data: string;
			/** folder of the inbox */
			inbox: string;
			/** how much uploads that wait may take up there, in bytes */
			spool: number;
			/** the key by which readers are known, where it is not in that folder */
			readerKey: string | undefined;
			/** what hands mails on; null where no mail server is set */
			mailer: Mailer | null;
			/** the address that people use, where the operator said it: a request is not believed */
			address: string | null;
			/** who is asking: for `may`, and for the name in the corner */
			visitor: Visitor;
			language: Locale;
			/** why the form that was sent is refused, and what it said: its page is to show both */
			refused?: { refusal: Refusal; sent: SentFields };
			/** signs people in and out */
			authentication: Authentication;
		}

		interface Error {
			message: string;
			/** what was foreseen and can be explained; absent where something broke */
			code?: TroubleCode;
			/** of a page that somebody's role does not open: which, why and where else to go */
			noEntry?: NoEntryWords;
		}
	}
}
