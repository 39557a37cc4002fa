/** Words that say nothing of a topic, in French and English, without accents. */
const words = `
a ai aie ainsi alors apres as au aucun aucune aujourd aussi autour autre autres aux avait avant avec avez avoir avons
bien bon bonne c ca car ce ceci cela celle celles celui cent ces cet cette ceux chaque chez ci comme comment contre
d dans de deja demain depuis derniere dernier des desormais deux dire dit doit donc dont du elle elles en encore enfin
entre envie es est et etait etc ete etes etre eu eux fait faire fais faut fin font fois grace grand grande hier hui ici
il ils j jamais je jour jours jusqu jusque juste l la le les leur leurs lors lui m ma mais me meme memes merci mes mieux
moi moins mois mon n ne ni non nos notre nous nouveau nouveaux nouvel nouvelle nouvelles on ont ou par parce parmi pas
peu peut peuvent plus plusieurs plutot point pour pourquoi pouvez presque prochain prochaine puis qu quand que quel
quelle quelles quelque quelques quels qui quoi s sa sans se selon semaine semaines sera ses si sinon soit son sont sous
souvent sur surtout t ta tant te tel telle tes toi ton toujours tous tout toute toutes tres trois trop tu un une va vers
veut via vient voici voila voir vont vos votre vous vraiment y
about after again all also always am an and another any are aren around at away back be because been before being
between both but by can cannot could day days did didn do does doesn doing don done down during each every few first for
from get gets getting go goes going good got had has have having he her here hers him his how i if in into is isn it its
itself just know last let ll like made make makes many may me might more most much must my need never new next no not now
of off often old one only or other our out over own per put re really right s same say says see she should since so some
still such take than that the their them then there these they thing things this those three through time to today
together too two under up us use used using ve very want was wasn way we week weeks well were what when where which while
who whom whose why will with within without won would year years yet you your yours
http https www com org net html savoir lire read suite more decouvrir  annee annees an ans
`;

export const stopWords: ReadonlySet<string> = new Set(words.trim().split(/\s+/));
