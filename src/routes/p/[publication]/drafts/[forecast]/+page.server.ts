import { draftFigures } from '#lib/server/forecast/tried-order.ts';
import { idOfPath, isId } from '../../../../form.ts';
import { answer } from '../../answer.ts';

export async function load(event) {
	const id = idOfPath(event.params.forecast);
	const { searchParams } = event.url;
	const order = searchParams.get('order');
	const position = searchParams.get('position') ?? '';
	const promised = searchParams.get('guarantee') ?? '';
	const guarantee =
		isId(position) && isId(promised)
			? { position: Number(position), guarantee: Number(promised) }
			: null;

	return {
		guarantee,
		tried: order !== null,
		figures: await answer(event, (db, publication) =>
			draftFigures(
				db,
				publication,
				id,
				order === null ? null : order.split(',').map(Number),
				guarantee
			)
		)
	};
}
