import { error } from '@sveltejs/kit';
import { picturesAnswer } from '../../../p/[publication]/pictures/pictures-answer.ts';
import { guestOf } from '../../opened.ts';

/** Draws for those alone who see what the link shows. */
export async function POST(event) {
	const { shares } = event.locals.authentication;
	const opening = await shares.open(event.params.token, guestOf(event), false);
	if (opening.state !== 'open') error(403);
	return picturesAnswer(event);
}
