import type { MoodGroup } from '#features/mood/mood-point.ts';

/** French words of synopses, written as they are folded (no accents): see words-en.ts. Our own list, from knowledge. */
export const frenchWords: readonly MoodGroup[] = [
  // Vif et gai.
  [0.9, 0.6, 'hilar* euphori* jubil* exalt* triomph* exuberan* delirant* desopil* dejante*'],
  [
    0.8,
    0.5,
    'drole* droles rire* rires rigol* rit comique* comedie* comedien* amus* blague* farce* farceur* fete* fetes feter festi* carnaval kermesse foire bal bals gag gags pitre* clown* cocasse* loufoque* burlesque* hurluberlu*',
  ],
  [
    0.8,
    0.4,
    'joie* joyeu* heureu* bonheur* gai gaie gaiete gagn* victoire* victorieu* champion* succes reussi* reussite* espiegl* malice* malicieu* enthousias* entrain*',
  ],
  [
    0.6,
    0.6,
    'aventur* spectac* eblouiss* audac* intrepide* acrobat* cirque course* courses cavalcad* vacances vacanciers tourbillon* peripeti* rocambolesque* trepidant* palpitant*',
  ],
  [
    0.5,
    0.5,
    'maladroit* maladress* gaffe* gaffeur* pagaille chaos chaotique* quiproquo* malentendu* imbroglio* fou folle fous folles farfelu* excentri* bouleverse* chamboul* deguis* travesti* combine combines magouille* entourloupe* bevue* bourde* desastreu* zizanie* insupportable* tyrannique* colerique*',
  ],
  [
    0.6,
    0.3,
    'dans* chanson* chante chanter chantent chants chanteu* musi* orchestre* fanfare* groupe rock concert* scene spectacle* vedette* reve reves rever joue jouer jouent jeu jeux theatre*',
  ],
  [
    0.5,
    0.3,
    'equipe* ensemble match tournoi* concours competition* jeune jeunes jeunesse courage* brave* bravoure fougu* passion* libre* liberte* liberer revolte* heros heroine* heroique* defi defis pari printemps insouci* truculent* gouaill* panache',
  ],
  [
    0.4,
    0.6,
    'poursui* tresor* quete* expedition* explor* sauve sauver sauvetage* pirate* corsaire* chevalier* mousquetaire* duel* epee* escrim* bretteur* cape pilote* galaxie* espace fusee* cascad* cavale chevauch* galop*',
  ],
  // Clair et calme.
  [
    0.8,
    0.0,
    'amour* coeur camarade* chien* aime aimer aiment aimee ami amis amie amies amiti* copain* copains copine* complic* espoir* espere* esperer merveill* magie magique* magicien* enchant* charm* mariage* noce* noces miracle* genereu* generosite* sourire* souriant* complice*',
  ],
  [
    0.7,
    -0.3,
    'tendre* tendress* douce* douceur* doux chaleur* chaleureu* bienveill* gentil* bonte affectu* affection* reconfort* devoue* devouement loyal* innocen* candid* naif* naive* fee fees chiot* chaton* bebe* nourrisson* grace gracieu* delicat*',
  ],
  [
    0.6,
    -0.5,
    'jardin* fleur* prairie* soleil* ensoleill* promen* flane* couchant beaute* beau belle belles idyll* pastoral* campagne* nature paisibl* paix serein* serenite calme* tranquill* contempl* repos* detent* farniente sieste* paresse* paress* meditat* medite harmoni* poeti* poesie*',
  ],
  [
    0.4,
    -0.4,
    'village* villageois* riviere* lac mer plage* montagn* foret* arbre* champ champs saison* oiseau* abeille* animal animaux ferme* verger* vigne* vigneron* ile simple* humble* modest* quotidien* cuisin* recette* repas pain fromage* vin voisin* boulang* garrigue* colline* provenc*',
  ],
  [
    0.5,
    -0.1,
    'famille* familial* foyer* maison enfance* enfant* gamin* gamine* garcon* garcons fille fillette* fillettes ecole* ecolier* ecoliere* ecoliers instituteur* institutrice* maitresse compagnon* lien liens retrouv* reunit reunir reconcili* pardon* gueri* guerison* retabl* redemption* seconde chance encourag* soutien* aide* aider mentor* confiance adopt* eleve elever protege* inspir* decouvr* apprend* apprenti* apprivois* epanoui* grandir grandit partag* solidar* entraide* recueill*',
  ],
  [
    0.5,
    0.1,
    'romance* eprend eprennent amant* romanti* romanesque* seduct* seduire seduit flirt* coquet* bais* embrass* epous* marier marie fiance* princess* prince princes roi reine royal* elegan* luxe* luxueu* celebr* gloire* riche* richesse* chanceu* fortune* malin* maligne* ruse* rusee astuci* debrouill* ingenieu* imagin* invent* reveu* optimi* talent* talentueu* doue doues',
  ],
  [
    0.3,
    -0.6,
    'lent lente* lentement silenc* silencieu* tranquillement immobil* sommeil* endormi* dort rural* berger* bergere* monastere* moine* moines neige* enneig* hiver* paysage* horizon* errer errance* marche marcher marchent voyag* route chemin* vagabond* clochard* soiree* automne* pluie* pluvieu* ane',
  ],
  // Ni clair ni sombre, vif.
  [
    0.1,
    0.6,
    'vitesse* rapide* voiture* bolide* moto motos moteur* casse casses braqu* braquage* cambriol* vol vole voler voleu* voleur* casino* parier bande* gang gangs truand* escroc* escroqu* arnaqu* butin* coffre* bijou* bijoux diamant* banque* espion* agent agents secret* secrets mission* infiltr* complot* gadget* sherif* cowboy* bandit* pistolero* diligence* chasseur* prime poker camion* chauffeur*',
  ],
  [
    0.0,
    0.5,
    'combat* combattre combattant* boxe* boxeu* lutte* lutter bataill* armee* guerrier* samourai* general soldat* regiment* troupe* evad* evasion* enfuit enfuient echapper echappe fuite* fuir fuit fuient fugiti* traqu* chasse* tempete* orage* explos* explose* volcan* ouragan* urgenc* affront* rival* rivaux rivalite* revolution* soulev* rebell* greve* grevist* emeut* insurrection*',
  ],
  [
    -0.2,
    0.3,
    'detecti* inspecteur* commissaire* enquet* police* policier* policiere* flic* gendarme* mystere* mysterieu* indice* suspect* soupcon* inconnu* inconnue etrange* enigme* enigmati* proces tribunal* juge* juges jury jures avocat* accus* chantage* pouvoir* ambiti* politique* intrigu* manipul* tentation* obsed* obsess* jalou* jalousie* mensonge* mentir ment menteu* trompe tromper trompent tromperie* trouble* troublant*',
  ],
  // Sombre et vif.
  [
    -0.9,
    0.8,
    'terreur* terrifi* horreur* horrible* horrifi* cauchemar* massacr* carnage* sanguinaire* monstr* demon* demoni* diabl* diaboli* satan* possed* possession* exorcis* vampir* zombie* zombi* cannibal* creature*',
  ],
  [
    -0.8,
    0.7,
    'tue tuer tues tuee tueu* tuerie* meurt* meurtr* assassin* poignard* etrangl* fusill* tir tirs abattre abattu* abat arme armes pistolet* bombe* bombard* sang sanglan* sanglant* brutal* brutalite* sauvage* sauvagerie* violen* viol viole violee tortur* psychopath* maniaque* attaqu* agress* embuscad* attentat*',
  ],
  [
    -0.7,
    0.6,
    'guerre* front tranchee* invasion* envahi* ennemi* peur* peurs effra* effroi* epouvant* panique* danger* dangereu* menac* mortel* fatal* peril* piege* pieges otage* kidnapp* enlev* enlevement* rapt* requin* siege* apocalyp* catastrophe desastr* peste epidemi* virus extraterrestre* naufrag*',
  ],
  [
    -0.6,
    0.5,
    'haine* hait hair rage* rageu* furieu* fureur* colere* veng* vengeance* crime* crimes criminel* mafia* mafieu* pegre* cartel* drogue* dealer* trafic* trafiqu* corromp* corrup* trahi* trahison* traitre* fanati* extremis* racis* persecut* opprim* oppress* tyran tyrans tyrannie dictat* nazi* nazis gestapo* fascis* occupant* occupation* impitoyabl* cruel* cruaut* sadi* sinistr* malefi* maudit* malediction* sorcier* sorciere* hant* hantise* fantome* spectre* paranoi* folie* dement* demence* asile* hysteri* delire* angoiss* suspens*',
  ],
  [
    -0.5,
    0.3,
    'prison* prisonni* bagne* bagnard* cellule captif* captiv* captur* condamn* arret* arrete arrestation* execut* guillotin* echafaud* deport* camp camps interrog* denonc* denonci* delat* scandal* humili* brim* maltrait* abus* epreuve* desesper* desespoir* crise* conflit* dechir* disput* conspir* cadavre* squelett* poison* empoison* noy* noyade* accident* bless* blessure* brul* incendi* feu flammes detrui* destruct* ruine* ruines effondr* totalitair*',
  ],
  // Sombre et calme.
  [
    -0.8,
    -0.3,
    'mort mortes morts mourir mourant* mourante* deces deced* suicid* enterr* enterrement* tombeau* cimetier* cercueil* deuil* endeuill* agoni* agonie* miser* misere* tragi* tragiqu* tragedie* funest* famine* orphelin* abandon* cancer* incurabl* disparu* disparition* disparait',
  ],
  [
    -0.7,
    -0.5,
    'trist* tristesse chagrin* melancoli* deprim* depressi* solitude* solitaire* isol* isolement* desol* morne* sombre* pleur* pleurs larm* larmes veuf* veuve* perte* perdu perdue perdus perd perdre regret* remords culpabil* coupabl* honte* honteu* brise* brisee inconsol* vide vides neant',
  ],
  [
    -0.5,
    -0.4,
    'malad* maladie* hopital* hospitalis* paraly* aveugl* cecite handicap* infirm* vieilli* vieilless* vieillard* age agee ages declin* crepuscul* las lasse lassitude* fatigu* epuis* pauvre* pauvret* demuni* mendian* mendi* chom* chomage* licenci* dette* dettes endett* exil* exile* refugi* migrant* clandestin* deracin* separ* separation* divorc* adieu* adieux depart quitte* infidel* adulter* delaiss* neglig* rejet* rejete* malheur* malheureu* amer amere amers amertume* desillusion* desabus* timide* bourru* desenchant* decu* decepti* resign* ennui* ennuie monoton* gris grise auster* sever* froid* froideur* distant*',
  ],
  [
    -0.3,
    -0.3,
    'memoire* souven* souvenir* nostalg* oubli* oublie* absen* absence* attend* attente* impossible* interdit* illusion* confess* doute* douter foi pretre* cure pasteur religieu* couvent* nonne* moral* conscience* dilemme* injust* injustice* exploit* ouvrier* ouvriere* mineur* usine* metayer* paysan* paysanne* secheresse* servitude* esclav* colon colons colonial* ghetto* bidonville* alcool* alcooli* ivrogn* saoul* boit prostitu* bordel*',
  ],
];
