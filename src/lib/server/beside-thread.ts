import { parentPort, workerData } from 'node:worker_threads';
import { Trouble, unforeseen } from '#lib/trouble.ts';
import { renewFits } from './fits/fits.ts';
import { openBeside } from './store/sql/open.ts';
import { replicaOf } from './store/sql/replica.ts';
import {
	figureNamed,
	type AskBeside,
	type BesideOrder,
	type FromBeside
} from './figures/beside.ts';
import type { Publication } from './store/publications.ts';
import './figures/audience/audience.ts';
import './figures/money/channel-choices.ts';
import './figures/money/channels.ts';
import './figures/money/editorial.ts';
import './figures/money/ledger.ts';
import './figures/machine-step.ts';
import './figures/card.ts';
import './figures/names.ts';
import './figures/overview.ts';
import './figures/content/authors.ts';
import './figures/content/group-record.ts';
import './figures/content/sections.ts';
import './figures/content/suggestion-agreement.ts';
import './figures/content/topic-proposals.ts';
import './figures/content/topic-readers.ts';
import './figures/content/topics.ts';
import './forecast/forecasts.ts';
import './forecast/look-back.ts';
import './forecast/next.ts';
import './forecast/try-draft.ts';
import './forecast/tried-order.ts';

// The program of a thread that makes long figures (beside.ts). It keeps archives of its own.

const { url, authToken, replica } = workerData as BesideOrder;
const db = openBeside(url, authToken);
const fresh = replica === null ? async () => db : replicaOf({ url, authToken, folder: replica });
const port = parentPort!;

async function answer({ name, given }: AskBeside): Promise<Omit<FromBeside, 'n'>> {
	try {
		if (name === 'fits') {
			await renewFits(db, given[0] as number);
			return { value: null };
		}
		const [publication, ...rest] = given;
		return { value: await figureNamed(name)(await fresh(), publication as Publication, ...rest) };
	} catch (error) {
		if (error instanceof Trouble)
			return { trouble: { code: error.code, details: { ...error.details } } };
		return { error: unforeseen(error) };
	}
}

port.on('message', (asked: AskBeside) => {
	void answer(asked).then((said) => port.postMessage({ n: asked.n, ...said }));
});
