// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finderrows.h"

#include "findermodel.h"

#include <QFontMetrics>
#include <QPainter>

namespace app::shell {

using style::Role;

namespace {

constexpr int rowPadding = 10;

} // namespace

QSize FinderRows::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {200, option.fontMetrics.height() + 12};
}

void FinderRows::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected)) {
        painter->setPen(m_theme.isHighContrast() ? QPen(m_theme.color(Role::Accent), 2) : QPen(Qt::NoPen));
        painter->setBrush(m_theme.color(Role::AccentFill));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(1, 1, -1, -1), 5, 5);
    }
    const QRect inner = option.rect.adjusted(rowPadding, 0, -rowPadding, 0);
    const QString keys = index.data(FinderModel::Keys).toString();
    const QString context = index.data(FinderModel::Context).toString();
    const QFontMetrics metrics(option.font);
    painter->setFont(option.font);
    painter->setPen(m_theme.color(Role::SubtleText));
    painter->drawText(inner, Qt::AlignRight | Qt::AlignVCenter, keys);
    const int keysWidth = keys.isEmpty() ? 0 : metrics.horizontalAdvance(keys) + 16;
    const QRect beside = inner.adjusted(0, 0, -keysWidth, 0);
    const QString shortContext = metrics.elidedText(context, Qt::ElideRight, beside.width() / 2);
    painter->drawText(beside, Qt::AlignRight | Qt::AlignVCenter, shortContext);
    const int contextWidth = shortContext.isEmpty() ? 0 : metrics.horizontalAdvance(shortContext) + 16;
    paintWords(*painter, beside.adjusted(0, 0, -contextWidth, 0), index, option.font);
    painter->restore();
}

void FinderRows::paintWords(QPainter &painter,
                            const QRect &box,
                            const QModelIndex &index,
                            const QFont &font) const
{
    const bool isEnabled = index.flags().testFlag(Qt::ItemIsEnabled);
    const auto letters = index.data(FinderModel::Letters).value<QList<qsizetype>>();
    const QString words = QFontMetrics(font).elidedText(index.data(Qt::DisplayRole).toString(),
                                                        Qt::ElideRight, box.width() - 8);
    QFont bold = font;
    bold.setWeight(QFont::Bold);
    painter.setPen(m_theme.color(isEnabled ? Role::Text : Role::SubtleText));
    int left = box.left();
    for (qsizetype at = 0; at < words.size();) {
        const bool isTyped = letters.contains(at);
        qsizetype end = at + 1;
        while (end < words.size() && letters.contains(end) == isTyped)
            ++end;
        const QString piece = words.mid(at, end - at);
        painter.setFont(isTyped ? bold : font);
        painter.drawText(QRect(left, box.top(), box.right() - left, box.height()), Qt::AlignVCenter, piece);
        left += QFontMetrics(isTyped ? bold : font).horizontalAdvance(piece);
        at = end;
    }
}

} // namespace app::shell
