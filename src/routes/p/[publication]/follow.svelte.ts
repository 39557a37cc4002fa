import { refresh } from './refresh.ts';

type Followed<News> = {
	/** where the program tells of it, as server-sent events */
	address: () => string;
	/** whether something is under way, by what the page was loaded with */
	isBusy: () => boolean;
	tell?: (news: News) => void;
	/** forgets what was told: the page is loaded anew, or nothing is under way any more */
	forget?: () => void;
	/** the page is loaded anew */
	end?: () => void;
};

/**
 * Follows what is under way until it is over, and then loads the page anew. What was begun meanwhile is
 * followed as well: no event of a stream that has ended tells of it.
 */
export function follow<News>({ address, isBusy, tell, forget, end }: Followed<News>): void {
	let streams = $state(0);
	// it is told anew whenever the page is loaded, and is the same nearly always
	const place = $derived(address());

	$effect(() => {
		if (!isBusy()) return;
		void streams;
		let isFollowed = true;
		const source = new EventSource(place);
		if (tell) source.onmessage = ({ data }) => tell(JSON.parse(data));
		source.addEventListener('over', async () => {
			source.close();
			await refresh();
			if (!isFollowed) return;
			end?.();
			streams++;
		});
		return () => {
			isFollowed = false;
			source.close();
			forget?.();
		};
	});
}
