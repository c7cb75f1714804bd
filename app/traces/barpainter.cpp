// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "barpainter.h"

#include "waterfallmodel.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using style::Role;

namespace {

constexpr int heightOfBar = 19;
constexpr double indent = 9;
constexpr double shareOfTitles = 0.52;
constexpr double roomForTime = 56; // to the right of the longest bar
constexpr double thinnest = 2;

QFont barFont(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.9);
    return font;
}

} // namespace

QRectF BarPainter::barsIn(const QRectF &row)
{
    const double titles = std::min(row.width() * shareOfTitles, 420.0);
    return row.adjusted(titles, 0, -roomForTime, 0);
}

void BarPainter::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *waterfall = qobject_cast<const WaterfallModel *>(index.model());
    if (waterfall == nullptr)
        return;
    const auto &bar = waterfall->bar(index.row());
    const QRectF row = option.rect;
    const QRectF bars = barsIn(row);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool isChosen = option.state.testFlag(QStyle::State_Selected);
    painter->fillRect(row, m_theme.color(isChosen ? Role::AccentFill : Role::Window));
    painter->setFont(barFont(option.font));
    const double left = row.left() + 4 + indent * std::min(bar.depth, 12);
    const QRectF title(left, row.top(), bars.left() - left - 8, row.height());
    painter->setPen(m_theme.color(bar.hasFailed ? Role::Bad : Role::Text));
    const QString mark = bar.hasFailed ? u"✕ "_s : bar.isTouched ? u"ϟ "_s : QString();
    painter->drawText(
        title, Qt::AlignLeft | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(mark + bar.title, Qt::ElideRight, static_cast<int>(title.width())));
    paintBar(*painter, bar, bars);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        painter->setPen(QPen(m_theme.color(Role::Accent), 1));
        painter->setBrush(Qt::NoBrush);
        painter->drawRoundedRect(row.adjusted(1.5, 1.5, -1.5, -1.5), 4, 4);
    }
    painter->restore();
}

void BarPainter::paintBar(QPainter &painter, const WaterfallRow &bar, const QRectF &place) const
{
    const auto x = [&](double share) { return place.left() + share * place.width(); };
    QRectF box(x(bar.from), place.center().y() - 5, std::max(thinnest, x(bar.to) - x(bar.from)), 10);
    const Role role = bar.hasFailed ? Role::Bad : Role::Accent;
    painter.setPen(QPen(m_theme.color(role), 1, bar.isAwaited ? Qt::SolidLine : Qt::DashLine));
    const Role fill = bar.hasFailed ? Role::BadFill : Role::AccentFill;
    painter.setBrush(bar.isAwaited ? QBrush(m_theme.color(fill)) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(box, 2, 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(role));
    for (const auto &[from, to] : bar.critical) {
        const double width = std::max(1.0, x(to) - x(from));
        painter.drawRect(QRectF(x(from), place.center().y() - 2, width, 4));
    }
    painter.setPen(m_theme.color(Role::SubtleText));
    painter.drawText(
        QRectF(box.right() + 4, place.top(), roomForTime + place.right() - box.right(), place.height()),
        Qt::AlignLeft | Qt::AlignVCenter, bar.time);
}

QSize BarPainter::sizeHint(const QStyleOptionViewItem &option, const QModelIndex & /*index*/) const
{
    return {200, std::max(heightOfBar, QFontMetrics(barFont(option.font)).height() + 2)};
}

} // namespace app::traces
