/**
 * The commonest words of grammar of languages in Latin letters, by ISO 639-3 code: articles, pronouns, prepositions,
 * auxiliaries, and what letters between clinicians are full of. Lists of ours. Not a word here names a drug, a disease or
 * a place, so that no Latin name on an English page speaks for another language.
 */
export const functionWords: Readonly<Record<string, string>> = {
  eng: `the of and to a in is was for on with that it as be at by this from or are an has have had not were been no he
she his her your you we our they their which who will can may if but there what when would should could please any all
more than other into after before during since until about over under each per do does did if also very well due via
without between i my me its these those them then so up out only both some such one two most because however while
once daily every take taken given seen noted reports denies presents shows patient history`,
  deu: `der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat
dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch
man sein wurde wurden wir ihr ihre ihren ihnen ich keine kein unter bitte sowie wegen seit ohne dieser diese dieses
sehr geehrte geehrter täglich besteht bestehen können kann sollte jedoch erfolgte erfolgt zeigte zeigt`,
  fra: `le la les de des du un une et à est en que qui dans pour sur avec par ne pas ce cette ces il elle au aux son sa
ses nous vous je se plus ou mais sont été être a ont avait était sans depuis chez leur leurs votre notre comme très
après avant entre aussi si tout tous toute bien même y lors afin selon ainsi peu`,
  spa: `el la los las de del y en que un una por con para su sus se al es no lo como más pero o este esta estos estas
ha han fue son está están era muy sin sobre también entre desde hasta cuando donde usted le les nos si ya durante
según cada todo todos tras antes después mediante debe puede hay tiene presenta refiere acude`,
  ita: `il lo la i gli le di del della dei delle e è in che un una per con non si al alla sono da dal dalla nel nella
come più ma anche ha hanno suo sua suoi stato stata essere o se questo questa sul sulla ai alle dopo prima senza tra
fra due ogni molto viene si è durante presso già circa inoltre cui ed`,
  por: `o a os as de do da dos das e em no na nos nas que um uma para com por não se ao à mais como mas foi ser são é
está tem sua seu suas seus ou pelo pela pelos pelas este esta isso também muito sem sobre entre até após desde quando
já foram durante cada apresenta refere deve pode há num numa`,
  nld: `de het een en van in is dat op te voor met die niet zijn aan er om ook als bij door naar uit maar over was heeft
hebben werd worden wordt geen nog deze dit dan wel u uw wij zij hij ze haar tot na onder tegen sinds zonder kan kunnen
moet sprake beide gaat meer zoals indien graag`,
  afr: `die het en van is in nie te dat met vir op aan om was sy hy word sal as ook deur by uit na hierdie wat ons ek
kan geen tot nog maar haar hulle jy sonder tussen onder oor`,
  pol: `w i na z do się nie jest o to że od po przez oraz dla za ze przy jak jego jej lub był była było są ma może są
być który która które także bez pod nad pacjent pana pani u tym tego tej wraz należy około jednak w ich co ale już
podczas został została zostało każdy swoich swoje gdy albo również tylko żadnych aby lecz`,
  ces: `a v se na je z s do o že pro po k od za ve při byl byla bylo jsou jeho její která který které jako ale nebo
bez podle také až není jsme má být ze ke už mezi pod nad před kde proto dle však tento tato dne let jejich aby když
pokud ani jen této těchto svou své svého může musí další bude kdy pouze`,
  slk: `a v sa na je z s do o že pre po k od za vo pri bol bola bolo sú jeho jej ktorá ktorý ktoré ako ale alebo bez
podľa tiež až nie sme má byť zo ku už medzi pod nad pred kde preto však tento táto dňa rokov ich aby keď pokiaľ ani
len tejto týchto svoju svoje môže musí ďalšie bude kedy iba`,
  hrv: `i u je na se za da od s sa koji koja koje su bio bila bilo nije kao po do iz ili te uz kod bez nakon prije
ima može biti što ali zbog njegov prema tijekom također ovog bolesnik gospodin treba smo sve svi njihov samo više
kako bi svoje tako kada nego`,
  slv: `in je v na se za da so z s po pri od do kot ki ni bil bila bilo tudi brez ali pa iz ob pred zaradi med njegov
lahko ima mora smo bolnik gospod še že nato sta ter vsak bi biti njegova samo več kakor naj tega`,
  swe: `och i att det som en på är av för med den till inte har de om ett var han hon från vid eller men så hans hennes
vi kan efter under utan mot sin sitt sina dig du ni er också mycket ej där då blev ska skall skulle samt enligt sedan
finns inga ingen inget`,
  dan: `og i at det som en på er af for med den til ikke har de om et var han hun fra ved eller men så hans hendes vi
kan efter under uden mod sin sit sine dig du også meget der blev skal samt ifølge siden findes ingen intet blevet
været kunne jeg mig sig hvor`,
  nor: `og i å det som en på er av for med den til ikke har de om et var han hun fra ved eller men så hans hennes vi kan
etter under uten mot sin sitt sine deg du også meget der ble skal samt ifølge siden finnes ingen blitt vært kunne jeg
meg seg hvor noe`,
  isl: `og í að á er sem við með um var til en ekki hann hún það þá fyrir frá af hefur hafa eftir þar eru verið sé ég
þú við þessi ekkert einnig vegna eiga skal allir eða þeim hans hennar`,
  fin: `ja on ei että se hän oli ovat tai sekä myös kun mutta ole joka jossa mukaan kanssa jälkeen ennen ilman noin
hänen potilas potilaan kuin niin vain voi tulee ollut olleet tämä tässä sen sitä jos vielä hyvin lisäksi vuotta
jokaisella myöskään jotka eivät hänellä muun olisi voidaan`,
  est: `ja on ei et see ta oli ning või kui aga ka mis kes oma pärast enne ilma koos tema ole olnud saab tuleb veel
väga peale juures samuti patsient patsiendi vajadusel selle seda võib peab iga üks mille ainult nagu nende sest`,
  hun: `a az és hogy nem is egy volt meg de ez van vagy mint csak már még után előtt során miatt alatt nélkül által
történt kell lehet illetve valamint melyek amely ami azt ezt ki be fel le napi nap beteg betegnek kérem szerint
esetén javasolt minden más akkor annak ennek nincs mert így azonban pedig több lett majd lehetett hozzá egyéb`,
  tur: `ve bir bu için ile olarak da de olan ise çok daha gibi kadar sonra önce hasta hastanın var yok değil veya
ancak olduğu edildi yapıldı olup üzere her göre tarafından ya en günde ki nedeniyle izlendi başlandı önerildi
saptandı ilgili başka bütün eden hiç kendi bunun hem şekilde fakat içinde diğer şu`,
  ron: `și în de la cu nu a o pe este din pentru că un ce mai sunt se fost prin după sau dar ca care lui ei fără până
între al ale ai am are au fi prezintă asupra dintre câte acest această dumneavoastră vă va zi zile fiind despre
acestui acestei lor către unei unui ceea astfel cel cea cele cei toate orice nici când unde`,
  cat: `el la els les de del dels i en que un una per amb no es al ha han va són és seu seva com més però o aquest
aquesta sense sobre també entre des fins quan molt després abans cada tots pels mitjançant`,
  lit: `ir į su iš kad yra buvo ne kaip bet ar už nuo iki po prie per dėl apie taip pat jo jos tai be metu ligonis
pacientas turi gali reikia labai kiekvienas kurie savo arba visi tik jų`,
  lav: `un ir ar no uz par ka kas pie lai bet vai pēc līdz tika bija nav kā arī viņa viņas tas tā ja gan bez laikā
pacients nepieciešams var viņš kuri kura savu visi tikai šo būt citu starp vairāk`,
  ind: `dan yang di untuk dengan dari pada ke ini itu tidak adalah dalam oleh akan atau juga karena telah sudah sebagai
pasien tanpa setelah sebelum selama hari kali ada lebih dapat bisa harus serta saat`,
  vie: `va cua la co khong cho voi trong duoc den nhung mot cac nay khi da bi tu o nguoi benh nhan ngay sau truoc thi
nhu ve va`,
}
