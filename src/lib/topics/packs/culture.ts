import type { Row } from '../rows.ts';

/** What a culture newsletter writes about. */
export const culture: readonly Row[] = [
	[
		'books',
		'Books',
		'Livres',
		null,
		'book, novel, author, publisher, bookshop, library, reading, essay, poetry, translation, literary prize',
		'livre, roman, auteur, autrice, éditeur, librairie, bibliothèque, médiathèque, lecture, essai, poésie, prix littéraire, rentrée littéraire'
	],
	[
		'film',
		'Film and series',
		'Cinéma et séries',
		null,
		'film, cinema, director, series, screening, documentary, actor, actress, festival, season, box office',
		'film, cinéma, réalisateur, réalisatrice, série, projection, documentaire, acteur, actrice, court métrage, saison, salle obscure'
	],
	[
		'music',
		'Music',
		'Musique',
		null,
		'concert, album, song, band, singer, orchestra, choir, opera, jazz, composer, vinyl, tour',
		'concert, album, chanson, groupe, chanteur, chanteuse, orchestre, chœur, chorale, opéra, jazz, compositeur, vinyle, tournée'
	],
	[
		'stage',
		'Theatre and dance',
		'Théâtre et danse',
		null,
		'theatre, play, stage, dance, ballet, choreographer, circus, comedy, premiere, playwright',
		'théâtre, pièce, scène, danse, ballet, chorégraphe, cirque, humour, première, metteur en scène, spectacle, comédien'
	],
	[
		'exhibitions',
		'Art and exhibitions',
		'Arts et expositions',
		null,
		'exhibition, museum, gallery, painting, sculpture, photography, artist, curator, drawing, collection',
		'exposition, musée, galerie, peinture, sculpture, photographie, artiste, commissaire, dessin, collection, vernissage'
	],
	[
		'heritage',
		'Heritage and history',
		'Patrimoine et histoire',
		null,
		'heritage, monument, archaeology, archives, castle, restoration, historian, excavation, cathedral',
		'patrimoine, monument, archéologie, archives, château, restauration du patrimoine, historien, fouilles, cathédrale, journées du patrimoine'
	],
	[
		'games',
		'Games and comics',
		'Jeux et bande dessinée',
		null,
		'video game, board game, comic, manga, graphic novel, player, console game, cartoonist',
		'jeu vidéo, jeu de société, bande dessinée, manga, roman graphique, joueur, dessinateur, album de bd'
	]
];
