// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "legend.h"

#include "graphpainter.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace app::graph {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr int signWidth = 18;
constexpr int barWidth = 6; // of a team's colour
constexpr int besideSign = 4;
constexpr int betweenEntries = 10; // seven teams fit beside each other at 1280x720
constexpr int legendHeight = 18;

} // namespace

Legend::Legend(const model::system::System &system,
               const model::packaging::Packaging &packaging,
               QWidget *parent)
    : QWidget(parent)
{
    m_entries = {{Kind::Request, tr("request")}, {Kind::Failed, tr("failed")}};
    const auto add = [this](Sign sign) { m_entries.push_back({Kind::Line, meaningOf(sign), 0, {}, sign}); };
    if (packaging.units.size() > 1) {
        for (const auto sign : {Sign::Call, Sign::OptionalCall, Sign::Messages, Sign::Queue})
            add(sign);
    }
    for (const auto sign : {Sign::Broken, Sign::WouldDegrade, Sign::WouldFail})
        add(sign);
    for (size_t team = 0; team < system.teams.size(); ++team)
        m_entries.push_back(
            {Kind::Team, system.teams[team].title, static_cast<int>(team), system.teams[team].id});
    setMouseTracking(true);
    setFocusPolicy(Qt::TabFocus);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Minimum); // as many lines as it needs
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    describe();
}

void Legend::describe()
{
    QStringList signs;
    QStringList teams;
    for (const auto &entry : m_entries)
        (entry.kind == Kind::Team ? teams : signs) << entry.words;
    setAccessibleName(tr("Legend: %1. Teams: %2").arg(signs.join(u", "_s), teams.join(u", "_s)));
    setToolTip(tr("Each dot stands for measured requests; the busier a line, the more dots. "
                  "Long dashes: some requests on it fail; short ones: most do. While you point at a fault, a "
                  "dashed ring is around what it would degrade, and two rings are around what it would take "
                  "down.\nTeams: %1")
                   .arg(teams.join(u", "_s)));
}

void Legend::setTheme(const style::Theme &theme)
{
    m_theme = theme;
    update();
}

void Legend::setTeams(bool areShown)
{
    m_showsTeams = areShown;
    setFocusPolicy(areShown ? Qt::TabFocus : Qt::NoFocus); // there is nothing else to choose
    updateGeometry();
    update();
}

QFont Legend::small() const
{
    QFont smaller = font();
    smaller.setPointSizeF(font().pointSizeF() * 0.88);
    return smaller;
}

int Legend::widthOfSign(const Entry &entry)
{
    return entry.kind == Kind::Team ? barWidth : signWidth;
}

int Legend::widthOf(const Entry &entry) const
{
    return widthOfSign(entry) + besideSign + QFontMetrics(small()).horizontalAdvance(entry.words) + 1;
}

QSize Legend::sizeHint() const
{
    return {240, lineHeight()};
}

int Legend::lineHeight() const
{
    return std::max(legendHeight, QFontMetrics(small()).height() + 2);
}

int Legend::heightForWidth(int width) const
{
    const auto all = placed(width);
    return all.empty() ? lineHeight() : all.back().box.bottom() + 1;
}

QSize Legend::minimumSizeHint() const
{
    return {60, sizeHint().height()};
}

void Legend::draw(QPainter &painter, const Entry &entry, const QRectF &box) const
{
    const QPointF middle = box.center();
    switch (entry.kind) {
    case Kind::Request:
        return GraphPainter(painter, m_theme, font()).paintDot({middle, RequestDots::Kind::Succeeded});
    case Kind::Failed:
        return GraphPainter(painter, m_theme, font()).paintDot({middle, RequestDots::Kind::Failed});
    case Kind::Line:
        return GraphPainter(painter, m_theme, font()).paintSign(entry.sign, box);
    case Kind::Team:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.team(entry.team));
        painter.drawRoundedRect(QRectF(middle.x() - 2, box.top() + 3, 4, box.height() - 6), 2, 2);
    }
}

std::vector<Legend::Placed>
Legend::linesOf(const std::vector<const Entry *> &entries, int top, int width) const
{
    std::vector<Placed> boxes;
    int left = 0;
    for (const auto *entry : entries) {
        const int taken = widthOf(*entry);
        if (left > 0 && left + taken > width) {
            left = 0;
            top += lineHeight();
        }
        boxes.push_back({entry, QRect(left, top, taken, lineHeight())});
        left += taken + betweenEntries;
    }
    return boxes;
}

std::vector<Legend::Placed> Legend::placed(int width) const
{
    std::vector<const Entry *> signs;
    std::vector<const Entry *> teams;
    for (const auto &entry : m_entries) {
        if (entry.kind != Kind::Team)
            signs.push_back(&entry);
        else if (m_showsTeams)
            teams.push_back(&entry);
    }
    auto all = signs;
    all.insert(all.end(), teams.begin(), teams.end());
    auto boxes = linesOf(all, 0, width);
    if (teams.empty() || boxes.back().box.top() == 0)
        return boxes;
    boxes = linesOf(signs, 0, width);
    std::ranges::copy(linesOf(teams, boxes.back().box.bottom() + 1, width), std::back_inserter(boxes));
    return boxes;
}

std::vector<Legend::Placed> Legend::placedTeams() const
{
    auto all = placed(width());
    std::erase_if(all, [](const Placed &each) { return each.entry->kind != Kind::Team; });
    return all;
}

void Legend::choose(const model::system::TeamId &team)
{
    if (!team.isEmpty())
        Q_EMIT teamChosen(team);
}

void Legend::mousePressEvent(QMouseEvent *event)
{
    for (const auto &[entry, box] : placedTeams()) {
        if (box.contains(event->pos()))
            return choose(entry->id);
    }
    QWidget::mousePressEvent(event);
}

void Legend::mouseMoveEvent(QMouseEvent *event)
{
    const auto teams = placedTeams();
    const bool isOver
        = std::ranges::any_of(teams, [&](const Placed &each) { return each.box.contains(event->pos()); });
    if (isOver)
        setCursor(Qt::PointingHandCursor);
    else
        unsetCursor();
}

void Legend::keyPressEvent(QKeyEvent *event)
{
    const auto teams = placedTeams();
    const int last = static_cast<int>(teams.size()) - 1;
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    const bool isChoice
        = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space;
    if (last < 0 || (step == 0 && !isChoice))
        return QWidget::keyPressEvent(event);
    m_current = std::clamp(m_current + step, 0, last);
    const auto *current = teams[static_cast<size_t>(m_current)].entry;
    setAccessibleDescription(tr("Team %1: Enter shows what it answers for").arg(current->words));
    update();
    if (isChoice)
        choose(current->id);
}

void Legend::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void Legend::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void Legend::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    int team = 0;
    for (const auto &[entry, box] : placed(width())) {
        draw(painter, *entry, QRectF(box.left(), box.top(), widthOfSign(*entry), box.height()));
        painter.setFont(small());
        painter.setPen(m_theme.color(Role::SubtleText));
        painter.drawText(box.adjusted(widthOfSign(*entry) + besideSign, 0, 0, 0),
                         Qt::AlignVCenter | Qt::TextSingleLine, entry->words);
        if (entry->kind == Kind::Team && hasFocus() && team++ == m_current) {
            painter.setPen(QPen(m_theme.color(Role::Accent), m_theme.strokes()));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(box).adjusted(-1.5, 0.5, 2.5, -0.5), 4, 4);
        }
    }
}

} // namespace app::graph
