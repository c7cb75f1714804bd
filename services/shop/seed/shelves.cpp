// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words.h"

namespace services::shop::seed {

using namespace Qt::StringLiterals;

namespace {

Shelf kitchen()
{
    return {
        u"Kitchen"_s,
        {{u"serving board"_s, 3200, Stuff::Wood, u"Carries bread, cheese or a whole dinner to the table."_s},
         {u"mixing bowl"_s, 2400, Stuff::Clay, u"Deep enough for a double batch of dough."_s},
         {u"milk jug"_s, 1900, Stuff::Clay, u"Pours without a drip, down to the last drop."_s},
         {u"pepper mill"_s, 2900, Stuff::Wood, u"Grinds coarse or fine with half a turn."_s},
         {u"colander"_s, 2600, Stuff::Metal, u"Drains pasta for six in one go."_s},
         {u"apron"_s, 3400, Stuff::Cloth, u"Crosses at the back, so nothing pulls at the neck."_s},
         {u"bread bin"_s, 4900, Stuff::Metal, u"Keeps a loaf fresh for days."_s},
         {u"salt cellar"_s, 1400, Stuff::Wood, u"Sits by the stove with its lid on a pivot."_s},
         {u"ladle"_s, 1200, Stuff::Wood, u"Reaches the bottom of the tallest pot."_s},
         {u"casserole"_s, 7900, Stuff::Metal, u"Goes from the stove to the oven to the table."_s}}};
}

Shelf tableware()
{
    return {u"Tableware"_s,
            {{u"dinner plate"_s, 1600, Stuff::Clay, u"Wide, with a low rim that keeps the sauce in."_s},
             {u"soup bowl"_s, 1500, Stuff::Clay, u"Made to be held in both hands."_s},
             {u"mug"_s, 1300, Stuff::Clay, u"Holds a generous morning's worth."_s},
             {u"carafe"_s, 2800, Stuff::Glass, u"For water, wine or wild flowers."_s},
             {u"tumbler"_s, 900, Stuff::Glass, u"Stacks neatly and feels heavy in the hand."_s},
             {u"egg cup"_s, 700, Stuff::Clay, u"Gives breakfast a small ceremony."_s},
             {u"cake stand"_s, 3900, Stuff::Wood, u"Lifts a cake to where it can be admired."_s},
             {u"serving spoon"_s, 1500, Stuff::Metal, u"Balanced for large helpings."_s},
             {u"butter dish"_s, 2200, Stuff::Clay, u"Keeps butter soft and safe from the cat."_s},
             {u"salad bowl"_s, 4200, Stuff::Wood, u"Big enough to toss without spilling."_s}}};
}

Shelf lighting()
{
    return {
        u"Lighting"_s,
        {{u"desk lamp"_s, 8900, Stuff::Metal, u"Bends to where the work is and stays there."_s},
         {u"table lamp"_s, 7400, Stuff::Clay, u"Puts a warm pool of light on a corner."_s},
         {u"pendant"_s, 9900, Stuff::Glass, u"Hangs low over a table and glares at nobody."_s},
         {u"lantern"_s, 4600, Stuff::Metal, u"Goes out to the terrace and comes back in."_s},
         {u"night light"_s, 2400, Stuff::Clay, u"Glows just enough to find the door."_s},
         {u"candle holder"_s, 1800, Stuff::Metal, u"Holds a dinner candle upright and catches its drips."_s},
         {u"reading lamp"_s, 8200, Stuff::Metal, u"Leans over the shoulder like a polite friend."_s},
         {u"floor lamp"_s, 14900, Stuff::Wood, u"Stands behind the sofa and takes no space."_s},
         {u"lamp shade"_s, 3200, Stuff::Paper, u"Softens a bare bulb in a minute."_s},
         {u"bedside lamp"_s, 5900, Stuff::Wood, u"Found in the dark with one touch."_s}}};
}

Shelf stationery()
{
    return {u"Stationery"_s,
            {{u"notebook"_s, 1500, Stuff::Paper, u"Lies flat on every page, from the first to the last."_s},
             {u"pencil case"_s, 1900, Stuff::Hide, u"Opens wide, so that the rubber is never lost."_s},
             {u"fountain pen"_s, 4400, Stuff::Metal, u"Starts at once, even after a week in a drawer."_s},
             {u"desk tray"_s, 2700, Stuff::Wood, u"Gathers what would wander off."_s},
             {u"sketchbook"_s, 1800, Stuff::Paper, u"Takes pencil, ink and a light wash."_s},
             {u"calendar"_s, 1600, Stuff::Paper, u"Shows a whole year without hurry."_s},
             {u"card set"_s, 1100, Stuff::Paper, u"Eight cards and envelopes for the small occasions."_s},
             {u"pencil cup"_s, 1400, Stuff::Clay, u"Stands up to a whole handful of pens."_s},
             {u"letter opener"_s, 2100, Stuff::Wood, u"Opens post as it deserves."_s},
             {u"desk organiser"_s, 3800, Stuff::Wood, u"Gives each paper clip a place."_s}}};
}

Shelf garden()
{
    return {u"Garden"_s,
            {{u"plant pot"_s, 1700, Stuff::Clay, u"Has a hole to drain and a saucer to catch."_s},
             {u"watering can"_s, 3600, Stuff::Metal, u"Its long neck reaches the back row."_s},
             {u"trowel"_s, 1900, Stuff::Metal, u"Cuts through roots and fits the palm."_s},
             {u"planter"_s, 5200, Stuff::Wood, u"Makes a kitchen garden of a balcony."_s},
             {u"bird house"_s, 3300, Stuff::Wood, u"A front door for a family of tits."_s},
             {u"seed box"_s, 2300, Stuff::Wood, u"Keeps a year of sowing in order."_s},
             {u"herb pot"_s, 1500, Stuff::Clay, u"Sized for basil, thyme and a sunny sill."_s},
             {u"bird bath"_s, 6400, Stuff::Clay, u"Shallow and rough, as small birds like it."_s},
             {u"garden basket"_s, 3500, Stuff::Wood, u"Carries the harvest, mud and all."_s},
             {u"flower vase"_s, 2600, Stuff::Glass, u"Flatters three stems or thirty."_s}}};
}

Shelf bags()
{
    return {u"Bags"_s,
            {{u"tote bag"_s, 2400, Stuff::Hide, u"Swallows groceries, books and a jumper."_s},
             {u"rucksack"_s, 7900, Stuff::Hide, u"Sits close to the back and opens at the top."_s},
             {u"satchel"_s, 8800, Stuff::Hide, u"Carries paper without creasing a corner."_s},
             {u"wash bag"_s, 2600, Stuff::Hide, u"Stands open at the basin by itself."_s},
             {u"weekend bag"_s, 9900, Stuff::Hide, u"Fits two nights away and the overhead rack."_s},
             {u"purse"_s, 3900, Stuff::Hide, u"Coins, cards and one folded note."_s},
             {u"lunch bag"_s, 2200, Stuff::Hide, u"Rolls down to the size of the lunch."_s},
             {u"shoulder bag"_s, 6200, Stuff::Hide, u"Leaves both hands free."_s},
             {u"coin pouch"_s, 1600, Stuff::Hide, u"Small enough to forget in a pocket."_s},
             {u"shopper"_s, 2800, Stuff::Cloth, u"Folds away until the market."_s}}};
}

Shelf textiles()
{
    return {u"Textiles"_s,
            {{u"blanket"_s, 6900, Stuff::Cloth, u"Warm without weight, for sofa or bed."_s},
             {u"cushion"_s, 3400, Stuff::Cloth, u"Filled firmly and piped at the edge."_s},
             {u"tea towel"_s, 1200, Stuff::Cloth, u"Dries a glass without leaving a thread."_s},
             {u"bath towel"_s, 2900, Stuff::Cloth, u"Drinks up water and dries by evening."_s},
             {u"throw"_s, 5600, Stuff::Cloth, u"Turns a tired armchair into a favourite."_s},
             {u"table runner"_s, 2700, Stuff::Cloth, u"Sets a table in one movement."_s},
             {u"pillow"_s, 3100, Stuff::Cloth, u"Keeps its shape until morning."_s},
             {u"rug"_s, 9400, Stuff::Cloth, u"Lies flat from the day it is unrolled."_s},
             {u"table napkin"_s, 2100, Stuff::Cloth, u"Sold in fours, and better after each wash."_s},
             {u"oven cloth"_s, 1300, Stuff::Cloth, u"Thick where the heat is."_s}}};
}

Shelf teaAndCoffee()
{
    return {u"Tea and coffee"_s,
            {{u"teapot"_s, 4200, Stuff::Clay, u"Pours four cups and keeps its lid on."_s},
             {u"espresso cup"_s, 1100, Stuff::Clay, u"Thick walls for a small, hot moment."_s},
             {u"tea caddy"_s, 2300, Stuff::Metal, u"Shuts with a sigh and keeps the scent in."_s},
             {u"coffee mill"_s, 6800, Stuff::Wood, u"Grinds by hand, evenly, in a minute."_s},
             {u"milk pan"_s, 3700, Stuff::Metal, u"Warms milk gently and pours from both sides."_s},
             {u"kettle"_s, 6400, Stuff::Metal, u"Sings when it is time."_s},
             {u"coffee jar"_s, 1900, Stuff::Glass, u"Shows how much is left before it is too late."_s},
             {u"travel cup"_s, 2700, Stuff::Metal, u"Stays shut in a bag and warm on a train."_s},
             {u"coffee press"_s, 4800, Stuff::Glass, u"Four minutes, one push, three cups."_s},
             {u"sugar bowl"_s, 1700, Stuff::Clay, u"With a notch for the spoon."_s}}};
}

Shelf toys()
{
    return {u"Toys"_s,
            {{u"building blocks"_s, 3600, Stuff::Wood, u"Forty pieces and no instructions."_s},
             {u"spinning top"_s, 900, Stuff::Wood, u"Hums and dances for most of a minute."_s},
             {u"toy boat"_s, 2400, Stuff::Wood, u"Floats upright, in the bath and the brook."_s},
             {u"stacking tower"_s, 2800, Stuff::Wood, u"Seven rings which fit in any order."_s},
             {u"toy duck"_s, 2600, Stuff::Wood, u"Waddles behind whoever pulls the string."_s},
             {u"kite"_s, 3200, Stuff::Cloth, u"Climbs in the lightest wind."_s},
             {u"toy train"_s, 4400, Stuff::Wood, u"An engine, two wagons and a magnet between."_s},
             {u"toy car"_s, 1800, Stuff::Wood, u"Rolls straight across any kitchen floor."_s},
             {u"doll house"_s, 8900, Stuff::Wood, u"Three rooms, a stair and a lot of imagination."_s},
             {u"play tent"_s, 7600, Stuff::Cloth, u"Up in a minute, a castle for a day."_s}}};
}

Shelf wallAndShelf()
{
    return {u"Wall and shelf"_s,
            {{u"picture frame"_s, 2600, Stuff::Wood, u"Holds a print flat behind clear acrylic."_s},
             {u"wall clock"_s, 5400, Stuff::Wood, u"Tells the time and does not tick."_s},
             {u"mirror"_s, 7900, Stuff::Wood, u"Round, calm and kind."_s},
             {u"wall shelf"_s, 4700, Stuff::Wood, u"Hangs on two hidden screws."_s},
             {u"vase"_s, 3100, Stuff::Clay, u"Good with flowers, good without."_s},
             {u"key rack"_s, 2200, Stuff::Wood, u"Ends the search at the door."_s},
             {u"desk clock"_s, 3800, Stuff::Metal, u"A quiet face for a busy table."_s},
             {u"storage basket"_s, 3300, Stuff::Cloth, u"Hides toys, wool or everything."_s},
             {u"hanging shelf"_s, 5200, Stuff::Wood, u"Swings a little, holds a lot."_s},
             {u"magazine box"_s, 2900, Stuff::Wood, u"Stands the reading pile upright."_s}}};
}

Shelf outdoors()
{
    return {u"Outdoors"_s,
            {{u"water bottle"_s, 2600, Stuff::Metal, u"Cold for a day, warm for a morning."_s},
             {u"camping mug"_s, 1400, Stuff::Metal, u"Hangs from a strap and survives a fall."_s},
             {u"picnic blanket"_s, 5800, Stuff::Cloth, u"Dry below, soft above."_s},
             {u"folding stool"_s, 4900, Stuff::Wood, u"Opens with a flick beside any lake."_s},
             {u"storm lantern"_s, 5300, Stuff::Metal, u"Its flame does not mind the wind."_s},
             {u"lunch tin"_s, 2300, Stuff::Metal, u"Two layers, one clip, no leaks."_s},
             {u"flask"_s, 3400, Stuff::Metal, u"Tea at the summit, still too hot to drink."_s},
             {u"cool bag"_s, 4100, Stuff::Hide, u"Keeps a picnic cold until it is found."_s},
             {u"day rucksack"_s, 6900, Stuff::Hide, u"Light as an empty pocket and just as easy."_s},
             {u"camping pan"_s, 3900, Stuff::Metal, u"Cooks for two and packs into itself."_s}}};
}

Shelf bath()
{
    return {u"Bath"_s,
            {{u"soap"_s, 800, Stuff::Wax, u"Lathers softly and leaves no film."_s},
             {u"soap dish"_s, 1300, Stuff::Clay, u"Lets a bar dry between two washes."_s},
             {u"hand towel"_s, 1700, Stuff::Cloth, u"Small, thick and always to hand."_s},
             {u"tooth mug"_s, 1200, Stuff::Clay, u"Steadies brushes on a narrow shelf."_s},
             {u"laundry basket"_s, 5400, Stuff::Wood, u"Tall, light and shut with a lid."_s},
             {u"bath stool"_s, 6200, Stuff::Wood, u"For a towel, a book or a tired bather."_s},
             {u"candle"_s, 1900, Stuff::Wax, u"Thirty hours of a scent that keeps its distance."_s},
             {u"bath rug"_s, 3600, Stuff::Cloth, u"Takes the cold out of the first step."_s},
             {u"lotion bottle"_s, 2000, Stuff::Glass, u"Refills for ever and never slips."_s},
             {u"washcloth"_s, 900, Stuff::Cloth, u"Woven in a waffle that scrubs kindly."_s}}};
}

} // namespace

std::vector<Shelf> shelves()
{
    return {kitchen(),  tableware(),    lighting(), stationery(),   garden(),   bags(),
            textiles(), teaAndCoffee(), toys(),     wallAndShelf(), outdoors(), bath()};
}

} // namespace services::shop::seed
