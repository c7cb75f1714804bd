// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statechip.h"

#include "journeysmodel.h"

#include <QPainter>

#include <algorithm>

namespace app::journeys {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

struct Dress
{
    Role text;
    Role fill;
};

Dress dressOf(JourneyState state)
{
    switch (state) {
    case JourneyState::Working:
        return {Role::Good, Role::GoodFill};
    case JourneyState::Degraded:
        return {Role::Warning, Role::WarningFill};
    case JourneyState::Down:
        return {Role::Bad, Role::BadFill};
    case JourneyState::Unknown:
        break;
    }
    return {Role::Neutral, Role::NeutralFill};
}

constexpr double expectedSize = 13; // of the sign beside the chip
constexpr double expectedRoom = expectedSize + 6;

QString signOf(JourneyState state)
{
    switch (state) {
    case JourneyState::Working:
        return u"✓"_s;
    case JourneyState::Degraded:
        return u"◐"_s;
    case JourneyState::Down:
        return u"✕"_s;
    case JourneyState::Unknown:
        break;
    }
    return {};
}

QFont chipFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace

void StateChip::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto dress = dressOf(static_cast<JourneyState>(index.data(JourneysModel::StateRole).toInt()));
    const QString words = index.data(Qt::DisplayRole).toString();
    const QFont font = chipFont(option.font);
    const double room = option.rect.width() - 4.0 - expectedRoom;
    const double width = std::min(QFontMetricsF(font).horizontalAdvance(words) + 16, room);
    const double height = QFontMetricsF(font).height() + 4;
    const QRectF area = option.rect;
    const QRectF chip(area.right() - width - 3, area.center().y() - height / 2, width, height);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected))
        painter->fillRect(area, m_theme.color(Role::AccentFill));
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(Role::Accent), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(area.adjusted(1.5, 1.5, -1.5, -1.5), 5, 5);
    }
    painter->setPen(m_theme.isHighContrast() ? QPen(m_theme.color(dress.text), 1) : QPen(Qt::NoPen));
    painter->setBrush(m_theme.color(dress.fill));
    painter->drawRoundedRect(chip, height / 2, height / 2);
    if (index.data(JourneysModel::SuffersRole).toBool()) {
        painter->setPen(QPen(m_theme.color(Role::Warning), 1.5, Qt::DashLine));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(chip.adjusted(-1.5, -1.5, 1.5, 1.5), height / 2 + 1, height / 2 + 1);
    }
    painter->setFont(font);
    painter->setPen(m_theme.color(dress.text));
    painter->drawText(chip, Qt::AlignCenter, words);
    const QPointF beside(chip.left() - expectedRoom, chip.center().y() - expectedSize / 2);
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() * 0.7);
    painter->setFont(small);
    paintExpected(*painter, {beside, QSizeF(expectedSize, expectedSize)}, index);
    painter->restore();
}

void StateChip::paintExpected(QPainter &painter, const QRectF &place, const QModelIndex &index) const
{
    const auto state = static_cast<JourneyState>(index.data(JourneysModel::ExpectedRole).toInt());
    if (state == JourneyState::Unknown)
        return;
    const auto agreement = static_cast<Agreement>(index.data(JourneysModel::AgreementRole).toInt());
    const QPointF middle = place.center();
    const double reach = expectedSize / 2 + 1.5; // of a diamond's corners
    painter.setBrush(Qt::NoBrush);
    switch (agreement) {
    case Agreement::Agrees:
        painter.setPen(QPen(m_theme.color(Role::Good), 1.4));
        painter.drawEllipse(place);
        break;
    case Agreement::Differs:
        painter.setPen(QPen(m_theme.color(Role::Warning), 1.6));
        painter.drawPolygon(QPolygonF{middle - QPointF(0, reach), middle + QPointF(reach, 0),
                                      middle + QPointF(0, reach), middle - QPointF(reach, 0)});
        break;
    case Agreement::Pending:
        painter.setPen(QPen(m_theme.color(Role::Neutral), 1.2, Qt::DotLine));
        painter.drawEllipse(place);
        break;
    }
    painter.setPen(m_theme.color(dressOf(state).text));
    painter.drawText(place, Qt::AlignCenter | Qt::TextDontClip, signOf(state));
}

QSize StateChip::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(chipFont(option.font));
    const int words = std::max(metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()),
                               metrics.horizontalAdvance(JourneysModel::longestWords()));
    return {words + 20 + static_cast<int>(expectedRoom), metrics.height() + 10};
}

} // namespace app::journeys
