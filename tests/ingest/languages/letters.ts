/** Made-up clinical letters, one paragraph a language, by ISO 639-3 code. Nobody in them exists. */
export const letters: Readonly<Record<string, string>> = {
  deu: `Sehr geehrte Frau Kollegin,
wir berichten über den oben genannten Patienten, der sich am 12.03.2021 wegen zunehmender Atemnot in unserer
Ambulanz vorstellte. Die körperliche Untersuchung ergab einen unauffälligen Befund. Im Röntgenbild des Thorax
zeigte sich kein Anhalt für eine Entzündung. Der Blutdruck war mit 150/90 mmHg erhöht. Wir empfehlen die
Fortführung der Therapie mit Ramipril 5 mg und eine Kontrolle der Nierenwerte in zwei Wochen.
Mit freundlichen kollegialen Grüßen`,
  fra: `Cher confrère,
J'ai vu en consultation votre patient âgé de 58 ans, qui présente depuis trois mois une dyspnée d'effort avec des
douleurs thoraciques. L'examen clinique est sans particularité et la tension artérielle est à 140/80. L'électro-
cardiogramme ne montre pas de signe d'ischémie. Je propose de réaliser une échographie cardiaque et de poursuivre
le traitement par bisoprolol. Il sera revu dans deux mois avec les résultats du bilan sanguin.
Bien confraternellement`,
  spa: `Estimado colega:
El paciente acude a la consulta por dolor abdominal de dos semanas de evolución, sin fiebre ni vómitos. En la
exploración física el abdomen es blando y no se palpan masas. La analítica muestra una anemia leve con ferritina
baja. Se solicita una endoscopia y se inicia tratamiento con hierro por vía oral. Debe acudir a su médico de
cabecera para el control de la presión arterial y volver a esta consulta cuando tenga los resultados.`,
  ita: `Egregio collega,
ho visitato il suo paziente, che da circa sei mesi presenta una dispnea da sforzo. All'esame obiettivo il torace è
libero e i toni cardiaci sono ritmici. La pressione arteriosa era di 145/85. Non si rilevano edemi degli arti
inferiori. Si consiglia di eseguire un ecocardiogramma e di proseguire la terapia con ramipril. La paziente è
stata informata anche della necessità di un controllo dopo tre mesi presso il nostro ambulatorio.`,
  por: `Caro colega,
O doente recorreu à consulta por dor lombar com duas semanas de evolução, sem febre. Ao exame objetivo não
apresenta alterações e a força muscular está mantida. A radiografia da coluna não mostrou fraturas. Foi medicado
com paracetamol e deve fazer fisioterapia durante um mês. Os resultados das análises são normais, mas a glicose
está um pouco elevada. Voltará à consulta dentro de três meses com uma nova avaliação pelo médico de família.`,
  nld: `Geachte collega,
Hierbij bericht ik u over bovengenoemde patiënte, die ik op mijn spreekuur zag in verband met pijn op de borst. Bij
lichamelijk onderzoek werden geen afwijkingen gevonden en het hartfilmpje was normaal. De bloeddruk bleek te hoog.
Ik heb haar geadviseerd om te stoppen met roken en ben gestart met amlodipine. Zij komt over zes weken bij u terug
voor controle van de bloeddruk en de nierfunctie. Met vriendelijke groet`,
  pol: `Szanowny Panie Doktorze,
Pacjent został przyjęty do szpitala z powodu duszności oraz bólu w klatce piersiowej. W badaniu przedmiotowym nie
stwierdzono odchyleń od normy. W badaniach laboratoryjnych podwyższone stężenie glukozy. Wykonano echo serca, które
wykazało prawidłową kurczliwość. Pacjent w stanie dobrym wypisany do domu z zaleceniem dalszej kontroli w poradni
kardiologicznej za dwa tygodnie. Należy kontynuować leczenie według zaleceń i kontrolować ciśnienie tętnicze.`,
  swe: `Hej,
Patienten sökte på mottagningen på grund av trötthet och yrsel sedan två veckor. Han har inte haft feber och äter
som vanligt. Vid undersökning är hjärta och lungor utan anmärkning men blodtrycket är förhöjt. Proverna visar en lätt
blodbrist. Jag har skrivit ut järntabletter och vi följer upp med nya prover om fyra veckor. Om besvären inte blir
bättre ska en remiss skickas till medicinkliniken för fortsatt utredning.`,
  dan: `Kære kollega,
Patienten er henvist på grund af smerter i brystet gennem de sidste tre uger. Der er ikke fundet tegn på blodprop i
hjertet, og blodprøverne er normale. Ved undersøgelsen er blodtrykket lidt for højt, men ellers er der intet at
bemærke. Jeg har aftalt med patienten, at han skal begynde på medicin mod forhøjet blodtryk og blive kontrolleret hos
egen læge efter fire uger. Hvis smerterne kommer igen, skal han kontakte os.`,
  nor: `Kjære kollega,
Pasienten er henvist til oss på grunn av tung pust og hevelse i beina gjennom de siste ukene. Han røyker ikke og har
ikke hatt feber. Ved undersøkelsen ble det funnet noe høyt blodtrykk, men hjertet og lungene er ellers uten
anmerkning. Jeg har startet behandling med vanndrivende medisin og ber om at fastlegen følger opp med nye prøver
etter to uker. Hvis det ikke blir bedre, bør han henvises på nytt.`,
  fin: `Hyvä kollega,
Potilas tuli vastaanotolle hengenahdistuksen vuoksi, joka on jatkunut noin kaksi viikkoa. Hänellä ei ole ollut
kuumetta eikä yskää. Tutkittaessa yleistila on hyvä ja keuhkot ovat puhtaat, mutta verenpaine on koholla. Verikokeet
otettiin ja ne olivat muuten normaalit, mutta hemoglobiini oli matala. Potilas saa reseptin rautavalmisteesta ja
tulee kontrolliin kuukauden kuluttua. Jos oireet pahenevat, hänen tulee ottaa yhteyttä päivystykseen.`,
  ces: `Vážený pane doktore,
pacient byl přijat pro bolesti na hrudi, které trvaly asi dva dny. Při vyšetření je bez teploty a dýchání je čisté.
Na EKG nejsou známky ischemie. V laboratoři byla zjištěna zvýšená hladina cukru v krvi. Doporučujeme dietu a
kontrolu u praktického lékaře za dva týdny. Pokud se potíže zhorší, je třeba se dostavit ihned. Léky užívá podle
předpisu a žádné alergie neudává. Další kontrola na naší ambulanci bude po provedení zátěžového testu.`,
  hun: `Tisztelt Kolléga!
A beteg mellkasi fájdalom miatt jelentkezett az osztályunkon, amely két hete kezdődött. A vizsgálat során kóros
eltérést nem találtunk, a vérnyomás azonban magas volt. Az EKG nem mutatott iszkémiára utaló jelet. A laborvizsgálat
szerint a vércukor is emelkedett. Javasoljuk a diéta betartását és a háziorvosi ellenőrzést két hét múlva. A
gyógyszereket az előírás szerint kell szedni, és panasz esetén azonnal orvoshoz kell fordulni.`,
  tur: `Sayın meslektaşım,
Hasta iki haftadır devam eden göğüs ağrısı ve nefes darlığı şikayeti ile polikliniğimize başvurdu. Yapılan fizik
muayenede bir özellik saptanmadı, ancak kan basıncı yüksek bulundu. Çekilen EKG normal olarak değerlendirildi. Kan
tahlillerinde şeker düzeyi biraz yüksek çıktı. Hastaya diyet önerildi ve günde bir kez alınmak üzere ilaç başlandı.
Bir ay sonra kontrol için tekrar gelmesi ve şikayetleri artarsa acile başvurması söylendi.`,
  ron: `Stimate coleg,
Pacientul se prezintă pentru dureri toracice care au început de două săptămâni. La examenul clinic nu sunt modificări
și tensiunea arterială este de 150/90. Pe electrocardiogramă nu se observă semne de ischemie, dar glicemia este mai
mare decât valoarea normală. S-a recomandat regim alimentar și tratament cu metformin, iar pacientul va reveni la
control după o lună. În caz de dureri puternice trebuie să vină imediat la camera de gardă.`,
}
