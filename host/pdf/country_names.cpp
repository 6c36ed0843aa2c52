#include "pdf/country_names.h"

#include <vector>

namespace engross {
namespace {

constexpr std::string_view list =
    "afghanistan alandislands albania algeria america americansamoa andorra angola anguilla antigua "
    "antiguaabarbuda antiguaandbarbuda antiguabarbuda antillesyriseldiroedd argentina armenia aruba "
    "aserbaijan australia austria awstralia awstria azerbaijan bahamas bahrain bangladesh barbados "
    "belarus belarws belgie belgique belgium belgië belize benin bermuda bhutan bolifia bolivia bosnia "
    "bosniaaherzegovina bosniaandherzegovina bosniaherzegovina botswana bouvetisland brasil brazil "
    "britishindianoceanterritory britishvirginislands brunei bulgaria burkinafaso burma burundi bwlgaria "
    "caboverde caledonianewydd cambodia cameroon camerwn camerŵn canada capeverde caribbeannetherlands "
    "caymanislands centralafricanrepublic chad chile china christmasisland ciwba cocosislands "
    "cocoskeelingislands colombia comoros congo congobrazzaville congokinshasa cookislands costarica "
    "cotedivoire croatia cuba curacao curaçao cyprus czechia czechrepublic côtedivoire "
    "danmark deaffrica decorea degeorgiaacynysoeddsandwichyde democraticrepublicofthecongo denmarc "
    "denmark deswdan deutschland djibouti dominica dominicanrepublic drc easttimor ecuador egypt eire "
    "elsalvador emiradauarabaiddunedig equatorialguinea eritrea espana españa estonia eswatini ethiopia "
    "falklandislands falklands faroeislands ffrainc fietnam fiji finland france frenchguiana "
    "frenchpolynesia frenchsouthernterritories gabon gambia georgia germany ghana gibraltar gini "
    "ginigyhydeddol gogleddcorea gogleddmacedonia gorllewinsahara greece greenland grenada guadeloupe "
    "guam guatemala guinea guineabissau guinebissau guinébissau guyana guyaneffrengig "
    "gweriniaethcanolbarthaffrica gweriniaethdominica gweriniaethiwerddon gwladbelg gwladgroeg "
    "gwladiorddonen gwladpwyl gwladthai gwladyria gwladyriâ haiti heardandmcdonaldislands "
    "heardmcdonaldislands holland honduras hongkong hongkongsartsieina hungary hwngari iceland india "
    "indonesia irac iran iraq ireland israel italia italy ivorycoast iwerddon jamaica japan jordan "
    "kazakhstan kenya kiribati korea kosovo kuwait kyrgyzstan laos latfia latvia lebanon lesotho libanus "
    "liberia libya liechtenstein lithuania lithwania luxembourg lwcsembwrg macao macau macausartsieina "
    "macedonia madagascar malawi malaysia maldives mali malta marshallislands martinique mauritania "
    "mauritius mayotte mecsico mexico micronesia moldofa moldova monaco mongolia montenegro montserrat "
    "morocco moroco mozambique myanmar myanmarburma namibia nauru nederland nepal netherlands "
    "newcaledonia newzealand nicaragua niger nigeria niue norfolkisland norge northernmarianaislands "
    "northkorea northmacedonia norway norwy oman osterreich pacistan pakistan palau palestine "
    "palestinianterritories panama papuaguineanewydd papuanewguinea paraguay peoplesrepublicofchina "
    "periw peru philippines pitcairnislands poland polska polynesiaffrengig "
    "portiwgal portugal prchina puertorico qatar republicofireland republicofthecongo reunion romania "
    "russia russianfederation rwanda rwmania rwsia réunion saintbarthelemy saintbarthélemy sainthelena "
    "saintkittsandnevis saintkittsanevis saintlucia saintmartin saintpierreandmiquelon "
    "saintpierreetmiquelon saintvincent saintvincentandthegrenadines saintvincentargrenadines "
    "samoa samoaamerica sanmarino saotomeandprincipe saotomeaprincipe "
    "saotomeprincipe saudiarabia sbaen schweiz selandnewydd senegal serbia seychelles sierraleone "
    "singapore sintmaarten slofacia slofenia slovakia slovenia solomonislands somalia southafrica "
    "southgeorgiaandsouthsandwichislands southgeorgiasouthsandwichislands southkorea southsudan spain "
    "srilanka stbarthelemy stbarthélemy sthelena stkittsandnevis stkittsanevis stkittsnevis stlucia "
    "stmartin stpierreandmiquelon stpierremiquelon stvincent stvincentandthegrenadines "
    "stvincentthegrenadines sudan suisse suomi suriname svalbardajanmayen "
    "svalbardandjanmayen svalbardjanmayen sverige swaziland swdan sweden switzerland syria "
    "sãotoméandpríncipe sãotoméapríncipe sãotomépríncipe tahiti taiwan tajicistan tajikistan "
    "tanzania thailand timorleste tiriogaethaupalesteinaidd tiriogaethbrydeinigcefnforindia "
    "tiroedddeheuolacantarctigffrainc tiwnisia tobago togo tokelau tonga trinidad trinidadandtobago "
    "trinidadatobago trinidadtobago tsiad tsiecia tsieina tunisia turkey turkiye turkmenistan "
    "turksandcaicos turksandcaicosislands turkscaicosislands tuvalu twrci tyrcmenistan türkiye uae "
    "uganda ukraine unitedarabemirates unitedstates unitedstatesofamerica uruguay us usa "
    "usoutlyingislands usvirginislands uzbekistan vanuatu vatican vaticancity venezuela vietnam "
    "wallisafutuna wallisandfutuna wallisfutuna wcrain wcráin westernsahara ybahamas ycongobrazzaville "
    "ycongokinshasa yemen yfatican yffindir ymaldives ynysbouvet ynysheardacynysoeddmcdonald ynysnorfolk "
    "ynysoeddaland ynysoeddcayman ynysoeddcocos ynysoeddcocoskeeling ynysoeddcook ynysoeddffaro "
    "ynysoeddgogleddmariana ynysoeddgwyryfprydain ynysoeddgwyryfyrunoldaleithiau ynysoeddmarshall "
    "ynysoeddpellenniguda ynysoeddpitcairn ynysoeddsolomon ynysoeddturksacaicos "
    "ynysoeddyfalklandmalvinas ynysoeddÅland ynysynadolig yphilipinau yraifft yralmaen yrariannin "
    "yreidal yriseldiroedd yrunoldaleithiau yrynyslas yswistir zambia zimbabwe Ålandislands Österreich";

std::vector<std::string_view> split() {
    std::vector<std::string_view> names;
    for (std::size_t begin = 0; begin < list.size();) {
        const std::size_t end = std::min(list.find(' ', begin), list.size());
        names.push_back(list.substr(begin, end - begin));
        begin = end + 1;
    }
    return names;
}

}  // namespace

std::span<const std::string_view> foldedCountryNames() {
    static const std::vector<std::string_view> names = split();
    return names;
}

}  // namespace engross
