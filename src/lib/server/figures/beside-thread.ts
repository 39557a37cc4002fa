import { parentPort, workerData } from 'node:worker_threads';
import { Trouble, unforeseen } from '#lib/trouble.ts';
import { renewFits } from '../fits/fits.ts';
import { openBeside } from '../store/open.ts';
import { figureNamed, type AskBeside, type BesideOrder, type FromBeside } from './beside.ts';
import type { Publication } from '../store/publications.ts';
import './audience.ts';
import './channels.ts';
import './editorial.ts';
import './machine-step.ts';
import './names.ts';
import './overview.ts';
import './topic-readers.ts';
import './topics.ts';
import '../forecast/forecasts.ts';
import '../forecast/look-back.ts';
import '../forecast/next.ts';
import '../forecast/try-draft.ts';
import '../forecast/tried-order.ts';

// The program of a thread that makes long figures (beside.ts). It keeps archives of its own.

const { url, authToken } = workerData as BesideOrder;
const db = openBeside(url, authToken);
const port = parentPort!;

async function answer({ name, given }: AskBeside): Promise<Omit<FromBeside, 'n'>> {
	try {
		if (name === 'fits') {
			await renewFits(db, given[0] as number);
			return { value: null };
		}
		const [publication, ...rest] = given;
		return { value: await figureNamed(name)(db, publication as Publication, ...rest) };
	} catch (error) {
		if (error instanceof Trouble)
			return { trouble: { code: error.code, details: { ...error.details } } };
		return { error: unforeseen(error) };
	}
}

port.on('message', (asked: AskBeside) => {
	void answer(asked).then((said) => port.postMessage({ n: asked.n, ...said }));
});
