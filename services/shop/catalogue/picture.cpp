// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "picture.h"

#include "pictureform.h"

#include <services/shop/seed/draw.h>

#include <QHash>

#include <algorithm>
#include <array>

namespace services::shop::catalogue {

using namespace Qt::StringLiterals;
using seed::Draw;

namespace {

struct Colour
{
    int hue = 0; // degrees
    int saturation = 0; // per cent
    int lightness = 0; // per cent

    Colour lighter(int by) const { return {hue, saturation, std::clamp(lightness + by, 0, 100)}; }
    QByteArray toCss() const
    {
        return "hsl(" + QByteArray::number(hue) + ',' + QByteArray::number(saturation) + "%,"
            + QByteArray::number(lightness) + "%)";
    }
};

struct Material
{
    QStringView word;
    Colour colour;
};

constexpr std::array materials = {
    Material{u"oak", {34, 45, 62}},        Material{u"walnut", {22, 34, 38}},
    Material{u"beech", {28, 50, 72}},      Material{u"ash", {40, 34, 76}},
    Material{u"cherry", {14, 48, 50}},     Material{u"terracotta", {16, 56, 56}},
    Material{u"porcelain", {210, 30, 86}}, Material{u"steel", {210, 12, 66}},
    Material{u"brass", {44, 58, 56}},      Material{u"copper", {18, 56, 54}},
    Material{u"smoked", {30, 14, 46}},     Material{u"ribbed", {178, 28, 72}},
    Material{u"glass", {195, 36, 78}},     Material{u"leather", {20, 44, 42}},
    Material{u"beeswax", {42, 78, 66}},    Material{u"olive", {74, 30, 58}},
    Material{u"rapeseed", {50, 60, 80}},   Material{u"recycled", {36, 20, 70}},
};

// A product of plain cloth, clay or enamel may have any of the workshop's dyes.
constexpr std::array<Colour, 10> dyes = {
    Colour{8, 52, 58},   Colour{28, 62, 60},  Colour{46, 62, 62},  Colour{92, 26, 52},  Colour{152, 26, 46},
    Colour{184, 34, 48}, Colour{208, 38, 54}, Colour{230, 30, 58}, Colour{276, 22, 58}, Colour{340, 38, 62}};

std::uint64_t numberOf(const QString &text)
{
    std::uint64_t number = 14695981039346656037U; // FNV-1a
    for (const char byte : text.toUtf8())
        number = (number ^ static_cast<unsigned char>(byte)) * 1099511628211U;
    return number;
}

struct Coat
{
    Colour colour;
    bool isDyed = false; // and so may be printed on; wood, metal and glass show themselves
};

Coat coatOf(const QString &name, Draw &draw)
{
    const auto words = name.toCaseFolded();
    const auto found = std::ranges::find_if(
        materials, [&](const auto &material) { return words.contains(material.word); });
    const bool isDyed = found == materials.end();
    auto colour = isDyed ? dyes[static_cast<std::size_t>(draw.below(dyes.size()))] : found->colour;
    colour.hue = (colour.hue + draw.below(9) + 356) % 360;
    return {colour.lighter(draw.below(9) - 4), isDyed};
}

struct Forms
{
    QHash<QByteArray, PictureForm> byWord;
    PictureForm parcel;
};

Forms allForms()
{
    auto forms = kitchenForms();
    std::ranges::move(roomForms(), std::back_inserter(forms));
    std::ranges::move(leisureForms(), std::back_inserter(forms));
    Forms all;
    for (const auto &form : forms) {
        for (const auto &word : form.words.split(' ')) {
            if (!word.isEmpty() && !all.byWord.contains(word))
                all.byWord.insert(word, form);
        }
    }
    all.parcel = forms.back();
    return all;
}

PictureForm formOf(const QString &name)
{
    static const auto forms = allForms();
    const QByteArray word = name.section(u' ', -1).toCaseFolded().toUtf8();
    return forms.byWord.value(word, forms.parcel);
}

QByteArray palette(const Colour &body, const Colour &accent, const Colour &ground)
{
    const Colour outline{body.hue, std::min(body.saturation, 30), 24};
    const QByteArray light = Colour{ground.hue, 40, 95}.toCss();
    return "<style>.m{fill:" + body.toCss() + "}.d{fill:" + body.lighter(-13).toCss() + "}.l{fill:" + light
        + "}.a{fill:" + accent.toCss() + "}.b{fill:" + ground.toCss()
        + "}.f{fill:hsl(128,26%,42%)}.k1{fill:" + outline.toCss() + "}.k{fill:none;stroke:" + outline.toCss()
        + ";stroke-opacity:.55;stroke-linecap:round}.s{fill:none;stroke:" + body.lighter(-13).toCss()
        + ";stroke-linecap:round}.g{fill:hsl(46,96%,72%);opacity:.35}.g1{fill:hsl(46,90%,80%)}</style>";
}

// What the workshop printed on it: nothing, dots, stripes, slants, checks or waves.
QByteArray pattern(bool isDyed, Draw &draw)
{
    constexpr std::array prints = {
        "",
        "<circle cx='9' cy='9' r='3.4' class='l'/>",
        "<rect width='7' height='24' class='l'/>",
        "<path d='M0 24 L24 0' stroke-width='4' stroke='#fff'/>",
        "<rect width='12' height='12' class='l'/><rect x='12' y='12' width='12' height='12' class='l'/>",
        "<path d='M0 12 C6 2 18 22 24 12' stroke-width='3' stroke='#fff' fill='none'/>",
    };
    constexpr auto sheen = "<path d='M0 5 H24 M0 17 H24' stroke-width='1.500' stroke='#fff'/>";
    const auto print = static_cast<std::size_t>(draw.below(prints.size()));
    return QByteArray("<pattern id=\"p\" width=\"24\" height=\"24\" patternUnits=\"userSpaceOnUse\">")
        + (isDyed ? prints[print] : sheen) + "</pattern>";
}

QByteArray backdrop(const Colour &ground, Draw &draw)
{
    constexpr std::array shapes = {
        "<circle cx='160' cy='152' r='122'/>",
        "<path d='M40 320 V160 A120 120 0 0 1 280 160 V320 Z'/>",
        "<path d='M0 250 C80 190 150 300 320 214 V320 H0 Z'/>",
        "<path d='M0 0 H320 V96 L0 214 Z'/>",
        "<rect x='36' y='36' width='248' height='248' rx='56'/>",
    };
    return "<rect width=\"320\" height=\"320\" class=\"b\"/><g fill=\"" + ground.lighter(5).toCss() + "\">"
        + shapes[static_cast<std::size_t>(draw.below(shapes.size()))] + "</g>";
}

} // namespace

QByteArray drawPicture(const PictureSubject &subject)
{
    Draw draw(numberOf(subject.id));
    Draw categoryDraw(numberOf(subject.category));
    const Coat coat = coatOf(subject.name, draw);
    const Colour accent = dyes[static_cast<std::size_t>(draw.below(dyes.size()))];
    const Colour ground{categoryDraw.below(360), 34, 86};
    const auto form = formOf(subject.name);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 320 320\" role=\"img\"><title>"
        + subject.name.toHtmlEscaped().toUtf8() + "</title>" + palette(coat.colour, accent, ground) + "<defs>"
        + pattern(coat.isDyed, draw) + "</defs>" + backdrop(ground, draw)
        + "<ellipse cx=\"160\" cy=\"260\" rx=\"104\" ry=\"11\" opacity=\".1\"/>" + form.behind
        + "<path class=\"m\" d=\"" + form.body + "\"/><path fill=\"url(#p)\" fill-opacity=\".22\" d=\""
        + form.body + "\"/>" + form.front + "</svg>";
}

} // namespace services::shop::catalogue
