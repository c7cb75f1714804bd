// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "statechip.h"

#include "journeysmodel.h"

#include <QPainter>

#include <algorithm>

namespace app::journeys {

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
    const double width
        = std::min(QFontMetricsF(font).horizontalAdvance(words) + 16, option.rect.width() - 4.0);
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
    painter->restore();
}

QSize StateChip::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QFontMetrics metrics(chipFont(option.font));
    const int words = std::max(metrics.horizontalAdvance(index.data(Qt::DisplayRole).toString()),
                               metrics.horizontalAdvance(JourneysModel::longestWords()));
    return {words + 18, metrics.height() + 10};
}

} // namespace app::journeys
