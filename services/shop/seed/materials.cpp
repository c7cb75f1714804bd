// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "words.h"

namespace services::shop::seed {

using namespace Qt::StringLiterals;

std::vector<Material> materials(Stuff stuff)
{
    switch (stuff) {
    case Stuff::Wood:
        return {{u"oak"_s, u"Solid oak, oiled twice and sanded between the coats."_s},
                {u"walnut"_s, u"Dark walnut whose grain is never the same twice."_s},
                {u"beech"_s, u"Pale beech, turned slowly so that it stays true."_s},
                {u"ash"_s, u"Springy ash with a clear, calm grain."_s},
                {u"cherry"_s, u"Cherry that grows warmer in colour each year."_s}};
    case Stuff::Clay:
        return {{u"stoneware"_s, u"Stoneware, fired high so that it shrugs off knocks."_s},
                {u"porcelain"_s, u"Thin porcelain that lets a little light through."_s},
                {u"earthenware"_s, u"Earthenware under a soft glaze, a touch uneven by hand."_s},
                {u"terracotta"_s, u"Terracotta left bare, which breathes and ages well."_s}};
    case Stuff::Metal:
        return {{u"steel"_s, u"Brushed steel without a single visible screw."_s},
                {u"brass"_s, u"Unlacquered brass that darkens where hands touch it."_s},
                {u"copper"_s, u"Copper, hammered lightly and polished once."_s},
                {u"enamel"_s, u"Enamel on iron: light, bright and easy to wipe."_s}};
    case Stuff::Glass:
        return {{u"glass"_s, u"Clear glass, blown into a wooden mould."_s},
                {u"smoked glass"_s, u"Smoked glass the colour of a late afternoon."_s},
                {u"ribbed glass"_s, u"Ribbed glass that breaks the light into stripes."_s}};
    case Stuff::Cloth:
        return {{u"linen"_s, u"Washed linen, soft from the first day."_s},
                {u"cotton"_s, u"Close-woven cotton that keeps its colour at sixty degrees."_s},
                {u"wool"_s, u"Wool from two hill farms, spun and woven nearby."_s},
                {u"hemp"_s, u"Hemp cloth: rough at first, then better every year."_s}};
    case Stuff::Hide:
        return {{u"canvas"_s, u"Heavy canvas with seams sewn over twice."_s},
                {u"leather"_s, u"Plant-tanned leather which will carry its own story."_s},
                {u"waxed cotton"_s, u"Waxed cotton that turns away an honest shower."_s},
                {u"felt"_s, u"Thick felt, cut once and folded instead of glued."_s}};
    case Stuff::Paper:
        return {{u"cotton paper"_s, u"Cotton paper which takes ink without a whisper."_s},
                {u"recycled paper"_s, u"Recycled paper with small flecks of what it was."_s},
                {u"cloth-bound"_s, u"Bound in cloth with a ribbon and a flat spine."_s}};
    case Stuff::Wax:
        return {{u"beeswax"_s, u"Beeswax from one valley, poured by the dozen."_s},
                {u"olive oil"_s, u"Made with olive oil and six weeks of patience."_s},
                {u"rapeseed"_s, u"Rapeseed wax that burns low and clean."_s}};
    }
    return {};
}

std::vector<QString> series()
{
    return {u"Alder"_s,  u"Arlen"_s,  u"Bexa"_s,   u"Birke"_s,   u"Brava"_s,  u"Calder"_s, u"Corrin"_s,
            u"Dalby"_s,  u"Eskil"_s,  u"Fenna"_s,  u"Finlo"_s,   u"Garrow"_s, u"Halden"_s, u"Harlow"_s,
            u"Ilsa"_s,   u"Jorun"_s,  u"Kelda"_s,  u"Kestrel"_s, u"Linden"_s, u"Lisbet"_s, u"Lowen"_s,
            u"Marlow"_s, u"Merin"_s,  u"Nola"_s,   u"Norra"_s,   u"Orla"_s,   u"Osric"_s,  u"Pella"_s,
            u"Quill"_s,  u"Rowan"_s,  u"Runa"_s,   u"Selby"_s,   u"Sorrel"_s, u"Tansy"_s,  u"Tilde"_s,
            u"Ulva"_s,   u"Vesper"_s, u"Wilder"_s, u"Wren"_s,    u"Yarrow"_s, u"Zella"_s};
}

std::vector<QString> closings()
{
    return {u"Made in small batches, so no two are quite alike."_s,
            u"Packed in plain paper, without plastic."_s,
            u"If a part of it ever breaks, we send that part."_s,
            u"It looks best after the first year."_s,
            u"A good present for somebody who has everything."_s,
            u"Sturdy enough for every day, pretty enough for Sundays."_s,
            u"Wipe it with a damp cloth; it asks for nothing more."_s,
            u"Comes with a note from the workshop."_s,
            u"Try it for a month; we take it back."_s,
            u"The smaller details show themselves slowly."_s,
            u"Our own kitchen has had one since the start."_s};
}

} // namespace services::shop::seed
