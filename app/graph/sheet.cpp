// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "sheet.h"

#include "graphpainter.h"
#include "scenesvg.h"

#include <QFontMetricsF>
#include <QMap>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <optional>
#include <set>

namespace app::graph {

using style::Role;

namespace {

constexpr double sheetMargin = 24;
constexpr double sheetHeading = 40; // of all
constexpr double partHeading = 48; // of each
constexpr double narrowestPart = 220;
constexpr double legendLine = 22;
constexpr double legendSign = 30; // wide
constexpr double teamBar = 4; // wide
constexpr double legendSpace = 6; // between a sign and its words
constexpr double legendGap = 18; // between entries
constexpr double mostPixels = 48e6; // of an image: what a computer has memory for

// What a sign of the pictures means, or whose a colour is.
struct LegendEntry
{
    QString words;
    std::optional<Sign> sign; // nothing: a team's
    int team = 0;

    double width() const { return sign.has_value() ? legendSign : teamBar; } // of the sign
};

struct PlacedEntry
{
    LegendEntry entry;
    QRectF sign;

    QPointF words() const { return {sign.right() + legendSpace, sign.center().y() + 4}; }
};

// Where everything is on a sheet.
struct SheetPlan
{
    QSizeF size;
    std::vector<QPointF> parts; // corners of the headings
    std::vector<PlacedEntry> legend; // below the pictures
};

QFont sized(QFont font, int pixels, bool isBold = false)
{
    font.setPixelSize(pixels);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

// All signs that occur in one of the pictures.
std::vector<LegendEntry> signsOf(const Sheet &sheet)
{
    std::set<Sign> signs;
    for (const auto &part : sheet.parts)
        signs.merge(signsIn(part.scene, part.vitality));
    std::vector<LegendEntry> entries;
    for (const auto sign : signs)
        entries.push_back({meaningOf(sign), sign});
    return entries;
}

std::vector<LegendEntry> teamsOf(const Sheet &sheet)
{
    QMap<int, QString> teams;
    const auto note = [&teams](const auto &texts) {
        for (const auto &text : texts) {
            if (text.team.has_value())
                teams[*text.team] = text.teamTitle;
        }
    };
    for (const auto &part : sheet.parts) {
        if (!part.scene.shown().teams)
            continue;
        note(part.scene.captions().nodes);
        note(part.scene.captions().modules);
    }
    std::vector<LegendEntry> entries;
    for (auto team = teams.begin(); team != teams.end(); ++team)
        entries.push_back({*team, {}, team.key()});
    return entries;
}

// From there, in as many lines as they need. Where the next line begins.
double placeEntries(SheetPlan &plan, const std::vector<LegendEntry> &entries, double top, const QFont &font)
{
    const QFontMetricsF metrics(sized(font, 12));
    double left = sheetMargin;
    for (const auto &entry : entries) {
        const double width = entry.width() + legendSpace + metrics.horizontalAdvance(entry.words);
        if (left > sheetMargin && left + width + sheetMargin > plan.size.width()) {
            left = sheetMargin;
            top += legendLine;
        }
        plan.legend.push_back({entry, QRectF(left, top, entry.width(), legendLine)});
        left += width + legendGap;
    }
    return entries.empty() ? top : top + legendLine;
}

SheetPlan planOf(const Sheet &sheet, const QFont &font)
{
    SheetPlan plan;
    const double top = sheetMargin + sheetHeading;
    QPointF corner(sheetMargin, top);
    double below = top;
    for (const auto &part : sheet.parts) {
        plan.parts.push_back(corner);
        const QSizeF size = part.scene.layout().size;
        corner.rx() += std::max(size.width(), narrowestPart) + sheetMargin;
        below = std::max(below, top + partHeading + size.height());
    }
    plan.size.setWidth(corner.x());
    below = placeEntries(plan, signsOf(sheet), below + sheetMargin / 2, font);
    below = placeEntries(plan, teamsOf(sheet), below, font);
    plan.size.setHeight(below + sheetMargin / 2);
    return plan;
}

} // namespace

QImage paintSheet(const Sheet &sheet, const style::Theme &theme, const QFont &font, double scale)
{
    const auto plan = planOf(sheet, font);
    const double area = plan.size.width() * plan.size.height();
    scale = std::min(scale, std::sqrt(mostPixels / area));
    QImage image((plan.size * scale).toSize(), QImage::Format_RGB32);
    image.fill(theme.color(Role::Canvas));
    auto still = theme;
    still.setStill(true); // words on the lines instead of requests that move
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.scale(scale, scale);
    const auto text = [&](QPointF at, const QString &words, Role role, const QFont &type) {
        painter.setFont(type);
        painter.setPen(theme.color(role));
        painter.drawText(at, words);
    };
    text({sheetMargin, sheetMargin + 18}, sheet.title, Role::Text, sized(font, 20, true));
    for (size_t each = 0; each < sheet.parts.size(); ++each) {
        const auto &[title, summary, scene, vitality] = sheet.parts[each];
        const QPointF corner = plan.parts[each];
        text(corner + QPointF(0, 16), title, Role::Text, sized(font, 15, true));
        text(corner + QPointF(0, 34), summary, Role::SubtleText, sized(font, 12));
        painter.save();
        painter.translate(corner + QPointF(0, partHeading));
        GraphPainter(painter, still, font)
            .paintScene(scene, vitality, {}, {Detail::Full, QRectF({}, scene.layout().size)});
        painter.restore();
    }
    for (const auto &placed : plan.legend) {
        text(placed.words(), placed.entry.words, Role::SubtleText, sized(font, 12));
        if (placed.entry.sign.has_value()) {
            GraphPainter(painter, still, font).paintSign(*placed.entry.sign, placed.sign);
            continue;
        }
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.team(placed.entry.team));
        painter.drawRoundedRect(placed.sign.adjusted(0, 4, 0, -4), 2, 2);
    }
    return image;
}

QByteArray writeSheet(const Sheet &sheet, const style::Theme &theme, const QFont &font)
{
    const auto plan = planOf(sheet, font);
    const QColor subtle = theme.color(Role::SubtleText);
    QByteArray document;
    SvgPen pen(document, plan.size, sheet.title);
    pen.box(QRectF({}, plan.size), 0, {theme.color(Role::Canvas), {}});
    pen.text({sheetMargin, sheetMargin + 18}, sheet.title, {theme.color(Role::Text), 20, true});
    for (size_t each = 0; each < sheet.parts.size(); ++each) {
        const auto &[title, summary, scene, vitality] = sheet.parts[each];
        pen.beginGroup(plan.parts[each], title);
        pen.text({0, 16}, title, {theme.color(Role::Text), 15, true});
        pen.text({0, 34}, summary, {subtle, 12});
        pen.beginGroup({0, partHeading});
        writeScene(pen, scene, vitality, theme);
        pen.endGroup();
        pen.endGroup();
    }
    for (const auto &placed : plan.legend) {
        if (placed.entry.sign.has_value())
            writeSign(pen, *placed.entry.sign, placed.sign, theme);
        else
            pen.box(placed.sign.adjusted(0, 4, 0, -4), 2, {theme.team(placed.entry.team), {}});
        pen.text(placed.words(), placed.entry.words, {subtle, 12});
    }
    pen.end();
    return document;
}

} // namespace app::graph
