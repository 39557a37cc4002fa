import { error, json } from '@sveltejs/kit';
import * as v from 'valibot';
import { accountOf, may } from '#lib/server/access/may.ts';
import { isMoney, withMoney } from '#lib/server/figures/money/with-money.ts';
import { publicationWithId, type Publication } from '#lib/server/figures/publications.ts';
import { receiptsOf, takenOf, worstState } from '#lib/server/ingest/files/read-receipt.ts';
import { declareBeside } from '#lib/server/ingest/questions/declare-beside.ts';
import { Trouble } from '#lib/trouble.ts';
import { idOfPath } from '../../../form.ts';
import type { UploadReceipt } from '../../answers.ts';
import { troubleReply } from '../../../trouble-answers.ts';

type RequestParts = { params: { import: string }; locals: App.Locals };

const Said = v.strictObject({ ownAccount: v.boolean() });

/** What became of a file, with what is asked of it: for whoever may give files to its publication. */
export async function GET(event) {
	const { publication, taken } = await owned(event);
	return json(await answerFor(event, publication, taken));
}

/**
 * Says of a file about money whether it is of an account of its own, so that its amounts are added to
 * those of other files of the same channel and dates, or a revised export that replaces them.
 */
export async function POST(event) {
	const { publication, taken } = await owned(event);
	const { db, visitor, language } = event.locals;
	const actor = { by: accountOf(visitor), now: Date.now() };
	try {
		const said = v.safeParse(Said, await event.request.json().catch(() => null));
		if (!said.success) throw new Trouble('badBody');
		const files = (await receiptsOf(db, publication, taken)).filter(isMoney);
		if (files.length === 0)
			throw new Trouble('noSuchImport', { id: idOfPath(event.params.import) });
		for (const { id } of files)
			await declareBeside(db, publication, id, said.output.ownAccount, actor);
		return json(await answerFor(event, publication, taken));
	} catch (cause) {
		return troubleReply(cause, language);
	}
}

async function owned({ params, locals: { db, visitor } }: RequestParts) {
	const taken = await takenOf(db, idOfPath(params.import));
	const owner = taken[0]?.import.publicationId;
	const publication = owner === undefined ? undefined : await publicationWithId(db, owner);
	// what is not theirs looks the same whether it is there or not
	if (!publication || !may(visitor, 'import', publication))
		error(visitor.kind === 'script' && visitor.scope === 'import' ? 404 : publication ? 403 : 404);
	return { publication, taken };
}

async function answerFor(
	{ params, locals: { db } }: RequestParts,
	publication: Publication,
	taken: Awaited<ReturnType<typeof takenOf>>
): Promise<UploadReceipt> {
	const files = await withMoney(db, publication, await receiptsOf(db, publication, taken));
	const [only, more] = files;
	if (only && !more) return only;
	return { id: idOfPath(params.import), state: worstState(files), files };
}
