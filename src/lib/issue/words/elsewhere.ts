import type { LetterWords } from './words.ts';

/**
 * How letters in further languages say that one may leave them, and read them on the web: all that has to be
 * known of them, since the rest of a letter is told by its look.
 */
export const elsewhere: LetterWords = {
	issue: [],
	numbered: [],
	beforeCounts: [],

	online: [
		/просмотреть в браузере|открыть в браузере|переглянути в браузері|(?:zobacz|wyświetl|otwórz) .{0,20}w przeglądarce|zobrazit v prohlížeči|tarayıcıda görüntüle/u,
		/(?:visa|läs|öppna) .{0,20}webbläsare|(?:se|vis|åbn|åpne) .{0,20}(?:browser|nettleser)|näytä selaimessa|megtekintés böngészőben|vizualizează în browser|veure al navegador/u,
		/ブラウザで(?:見る|表示|開く)|在浏览器中(?:查看|打开)|在瀏覽器中(?:查看|檢視|打開)|브라우저에서 보기|عرض في المتصفح|הצג בדפדפן/u
	],
	foot: [
		/отписаться|вы получили это (?:письмо|сообщение)|відписатися|wypisz (?:się|mnie)|wypisać się|zrezygnuj z subskrypcji|odhlásit (?:se|odběr)|odhlásiť|abonelikten (?:çık|ayrıl)/u,
		/avprenumerera|avregistrera|afmeld nyhedsbrev|afmeld dig|meld (?:deg|meg) av|avslutt abonnement|peruuta tilaus|peruuta uutiskirje|leiratkoz|dezabon|donar-(?:me|se|te) de baixa|διαγραφή από|odjav/u,
		/配信停止|購読(?:を)?(?:解除|停止)|退订|取消订阅|退訂|取消訂閱|수신 ?거부|구독 ?(?:취소|해지)|إلغاء الاشتراك|إلغاء اشتراكي|להסרה מרשימת|הסרה מרשימת|לביטול (?:ה)?(?:הרשמה|מנוי)/u
	]
};
