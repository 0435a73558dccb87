import type { MoodGroup } from '#features/mood/mood-point.ts';

/**
 * English words of synopses and what they do to the mood of a film: valence, energy, words. Our own list, from general knowledge.
 * A word that ends in `*` stands for every word that begins so; the longest beginning wins, a whole word wins over any.
 */
export const englishWords: readonly MoodGroup[] = [
  // Bright and lively.
  [0.9, 0.6, 'hilarious* exhilarat* euphori* jubila* ecsta* triumph*'],
  [
    0.8,
    0.5,
    'fun funny comic comical comedy comedian* laugh* celebrat* festiv* party parties carnival fireworks prank* antics merry cheer* zany',
  ],
  [
    0.8,
    0.4,
    'joy joys joyful* joyous* happi* happy delight* win wins winning victor* champion* success* lively playful* mischiev* exuberan*',
  ],
  [
    0.6,
    0.6,
    'adventur* spectac* dazzl* daring swashbuckl* dash* acrobat* circus race races racing thrill thrills exciting excite* whirlwind energetic* gallop* holiday* vacation*',
  ],
  [
    0.5,
    0.5,
    'clumsy clums* mad whimsical* bungl* blunder* chaos chaotic mishap* mayhem farc* crazy wacky eccentric* uproar escapade* comings goings shenanigan* scheme schemes bumbl* hapless riotous* misunderstanding* impersonat* disguis* quarrelsome',
  ],
  [
    0.6,
    0.3,
    'dance* dancing song songs sing sings singing singer* music musical* band bands rock concert* stage show shows cabaret star stars dream dreams play plays playing game games',
  ],
  [
    0.5,
    0.3,
    'team teams together match matches contest* competition* youth young* bold bravely brave bravery courage* spirited passion* free freedom liberat* rebel* spring hero heroes heroic* heroine* victory',
  ],
  [
    0.4,
    0.6,
    'chase chases chasing pursu* treasure* quest quests expedition* explor* rescue* rescu* pirate* knight* musketeer* duel* sword* explorer* pilot* galaxy space rocket* superhero* stunt*',
  ],
  // Bright and quiet.
  [
    0.8,
    0.0,
    'love loves loved loving lovely dog dogs christmas beloved friend friends friendship* happily smile* hope hopes hopeful* wonder wonders wonderful* marvel* magic magical* charm* enchant* wedding* miracle* generous* generosity heartwarm*',
  ],
  [
    0.7,
    -0.3,
    'tender* gentle gently sweet* warm warmth kindness kindly affection* cozy comfort* caring cares care devoted devotion loyal* innocen* fairy cuddly cute puppy kitten kittens baby babies grace graceful* graci*',
  ],
  [
    0.6,
    -0.5,
    'garden* flower* meadow* sunny sunlight summer* picnic stroll* sunset beauty beautiful* idyll* pastoral countryside nature peaceful* peace serene* serenity calm* quietly contempl* restful rest relax* leisure* leisurely meditat* harmony harmon* delicate* poetic* poetry lull*',
  ],
  [
    0.4,
    -0.4,
    'village* river lake* sea seaside beach mountain* forest* tree trees field fields season seasons bird birds bees bee animal animals farm farms orchard* vineyard* island simple simply humble* ordinary everyday daily cooking cook cooks recipe* meal meals bread cheese wine neighbour* neighbor* grandmother* grandfather* grandson* granddaughter*',
  ],
  [
    0.5,
    -0.1,
    'family families home homes childhood children child kids boy boys girl girls school* holiday teacher* schoolteacher* friendly bond bonds bonding companion* unlikely shared share shares sharing welcome* reunite* reunion* reconcil* forgive* forgiving forgiveness heal heals healing recover* redemp* encourag* support* helps help helping mentor* trust* adopt* protects raise raises inspire* inspir* discover* learn learns learning bloom* blossom* flourish* grow grows',
  ],
  [
    0.5,
    0.1,
    'romance* romantic* lover* charming seduc* flirt* court* kiss* marry marries married marriage bride* groom* engaged fiance* sweetheart* princess* prince princes king queen royal* ball elegant* elegance luxur* glamour* glamor* fame famous rich wealth* lucky luck fortune clever* witty wit resourceful* cunning* ingenious* imagin* invent* dreamer* optimis* talented talent* gifted',
  ],
  [
    0.3,
    -0.6,
    'slow slowly silence silent silently quiet stillness sleep* rural shepherd* monastery monk* snow snowy winter* landscape* horizon* wander* walk walks walking travel* journey* road tramp* evening* autumn rain*',
  ],
  // Neutral in tone, loud.
  [
    0.1,
    0.6,
    'fast speed* car cars motorcycle* engine* heist* heists robber* robbery steal* stolen thief thieves burglar* casino gambl* bet bets gang gangs gangster* hustl* swindl* crook* loot safe jewel* diamond* bank* spy spies agent agents secret* mission* undercover plot plots plotting gadget* villain* sheriff* cowboy* outlaw* gunsling* bandit* saloon stagecoach* posse',
  ],
  [
    0.0,
    0.5,
    'fight* fighter* boxing boxer* struggle* battle* army armies warrior* samurai general soldier* regiment* troop* escape* escap* flee* flees fled fugitive* run running runaway* hunted hunt hunts hunting hunter* storm storms stormy explos* explod* volcano* wave waves crash* collision* rush* urgent* confront* clash* rival* rivalry showdown revolution* uprising* rebellion* strike strikes riot riots',
  ],
  [
    -0.2,
    0.3,
    'detective* inspector* investigat* police policeman policemen cop cops commissioner case mystery mysteri* clue* suspect* suspic* unknown stranger strangers strange* puzzl* riddle* trial trials court courtroom judge judges jury lawyer* prosecut* accus* blackmail* power* ambition* ambitious* politic* intrigue* manipulat* temptation* obsess* jealous* jealousy lies lie lying deceit* deceiv* temptress',
  ],
  // Dark and loud.
  [
    -0.9,
    0.8,
    'terror* terrif* horror* horrif* horrify* nightmar* massacr* slaughter* carnage bloodthirsty bloodbath* monster* monstrous* demon* devil* satan* possess* exorcis* vampire* zombie* chainsaw cannibal* creature*',
  ],
  [
    -0.8,
    0.7,
    'kill kills killed killing killings killer* murder* assassin* stabs stabbed stabbing strangl* shoot* shot shooting gunned gun guns gunfire weapon* bomb* blood bloody brutal* savage* vicious* violent* violence rape* raped tortur* psychopath* maniac* butcher* bombard* explosive attack* assault* ambush*',
  ],
  [
    -0.7,
    0.6,
    'war wars wartime warfare battlefield* front trench* invasion* invad* enemy enemies fear fears feared fearful* afraid scare* scared scary panic* danger* threat* threaten* menac* deadly lethal* fatal* peril* trap traps trapped hostage* kidnap* abduct* shark* siege* doom* apocalyp* catastroph* disaster* plague* epidemic* virus* alien*',
  ],
  [
    -0.6,
    0.5,
    'hate hates hatred hateful rage* rages furious* fury anger angry angr* revenge vengeance veng* aveng* crime crimes criminal* mafia mob mobster* cartel* drug drugs dealer* trafficking corrupt* betray* traitor* treason traffick* fanatic* extrem* racis* persecut* oppress* tyran* dictator* nazi nazis gestapo fascis* occupier* occupied occupation ruthless* cruel* cruelty sadis* sinister evil wicked curse* cursed witch* haunt* ghost* paranoi* madman madness insane* insanity asylum hysteri* frenz* delirium* tension* tense suspense*',
  ],
  [
    -0.5,
    0.3,
    'prison* prisoner* jail* cell captive* captur* convict* arrest* sentenced execut* guillotin* scaffold deport* camp camps interrogat* denounc* informer* scandal* humiliat* bully* bullies bullied abus* abusive violently harsh* ordeal* desperat* despair* crisis conflict* tear tears torn quarrel* argu* conspir* corpse* body bodies skeleton* poison* drown* drowned accident* wound* wounded injur* burn* fire flames destroy* destruct* destroys devastat* ruin* ruins collapse* dystop* totalitarian*',
  ],
  // Dark and quiet.
  [
    -0.8,
    -0.3,
    'death* dead die dies died dying suicid* funeral* grave graves cemetery coffin* mourn* grief grieve* grieving bereave* terminal* cancer* agony* misery miserab* tragic* tragedy tragedies doomed hopeless* starv* famine orphan* abandon* stroke dementia alzheimer*',
  ],
  [
    -0.7,
    -0.5,
    'sad sadness sadly sorrow* melanchol* depress* lonel* lonely alone solitude solitary isolat* desolat* bleak* gloom* despondent weep* crying cry cries widow* widower* loss losses losing regret* remorse* guilt* ashamed shame* broken heartbr* lament* numb numbness void emptiness empty',
  ],
  [
    -0.5,
    -0.4,
    'ill illness sick sickness disease* hospital* paraly* blind blindness disab* handicap* crippled ageing aging aged elderly decline* declin* fading fade* fades weary tired exhaust* poor poverty penniless destitute homeless* beggar* unemploy* jobless redundan* debt debts hardship* struggles exile* exiled refugee* migrant* uprooted separat* divorc* parting farewell* departure* unfaithful* adulter* infidel* estrang* neglect* rejected rejection unwanted unhappy unhappi* bitter* disillusion* disenchant* disappoint* resign* bored boredom monoton* grey austere* stern strict* cold coldly distant drab',
  ],
  [
    -0.3,
    -0.3,
    'memory memories remember* past nostalg* forgotten forget* absence absent wait waits waiting longing unrequited impossible forbidden illusion* illusions confess* confession* doubt doubts doubting faith priest* pastor nun nuns convent* religio* moral* conscience dilemma* injustice* unjust* exploited exploit* labour* miner* miners factory worker* tenant* peasant* drought servitude slave* slavery colony colonies colonial* ghetto slum* alcohol* drunk* drink drinks drinking addict* prostitut* brothel*',
  ],
];
