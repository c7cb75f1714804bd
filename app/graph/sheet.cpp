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

namespace app::graph {

using style::Role;

namespace {

constexpr double sheetMargin = 24;
constexpr double sheetHeading = 40; // of all
constexpr double partHeading = 48; // of each
constexpr double narrowestPart = 220;
constexpr double teamLine = 22;
constexpr double teamBar = 4; // wide
constexpr double mostPixels = 48e6; // of an image: what a computer has memory for

// A team's mark and name, below the pictures.
struct PlacedTeam
{
    QPointF at; // of the bar's corner
    int team = 0;
    QString title;
};

// Where everything is on a sheet.
struct SheetPlan
{
    QSizeF size;
    std::vector<QPointF> parts; // corners of the headings
    std::vector<PlacedTeam> teams;
};

QFont sized(QFont font, int pixels, bool isBold = false)
{
    font.setPixelSize(pixels);
    font.setWeight(isBold ? QFont::DemiBold : QFont::Normal);
    return font;
}

QMap<int, QString> teamsOf(const Sheet &sheet)
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
    return teams;
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
    const QFontMetricsF metrics(sized(font, 12));
    QPointF at(sheetMargin, below + 12);
    const auto teams = teamsOf(sheet);
    for (auto team = teams.begin(); team != teams.end(); ++team) {
        const double width = metrics.horizontalAdvance(*team) + teamBar + 24;
        if (at.x() > sheetMargin && at.x() + width > plan.size.width())
            at = {sheetMargin, at.y() + teamLine};
        plan.teams.push_back({at, team.key(), *team});
        at.rx() += width;
    }
    plan.size.setHeight((plan.teams.empty() ? below : at.y() + teamLine) + sheetMargin / 2);
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
    for (const auto &[at, team, title] : plan.teams) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.team(team));
        painter.drawRoundedRect(QRectF(at, QSizeF(teamBar, 14)), 2, 2);
        text(at + QPointF(teamBar + 6, 12), title, Role::SubtleText, sized(font, 12));
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
    for (const auto &[at, team, title] : plan.teams) {
        pen.box(QRectF(at, QSizeF(teamBar, 14)), 2, {theme.team(team), {}});
        pen.text(at + QPointF(teamBar + 6, 12), title, {subtle, 12});
    }
    pen.end();
    return document;
}

} // namespace app::graph
