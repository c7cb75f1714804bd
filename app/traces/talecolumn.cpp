// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "talecolumn.h"

#include <app/style/label.h>
#include <app/tables/healthcolours.h>

#include <QItemSelectionModel>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;

namespace {

// Sentences that wrap at the list's width; the list does not do that by itself.
class SentenceRows : public tables::HealthColours
{
public:
    using HealthColours::HealthColours;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        constexpr int besides = 14; // the style's margins
        const auto *list = qobject_cast<const QListView *>(option.widget);
        const int width = list != nullptr ? list->viewport()->width() - besides : option.rect.width();
        const QRect words = option.fontMetrics.boundingRect(QRect(0, 0, std::max(80, width), 4000),
                                                            Qt::TextWordWrap, index.data().toString());
        return {words.width(), words.height() + 6};
    }
};

} // namespace

TaleColumn::TaleColumn(QString shape, QWidget *parent)
    : QWidget(parent)
    , m_shape(std::move(shape))
    , m_model(new TaleModel(this))
    , m_colours(new SentenceRows(this))
    , m_heading(style::label(m_shape, "subtle"))
    , m_list(new QListView)
{
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_colours);
    m_list->setWordWrap(true);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setSpacing(1);
    m_list->setTextElideMode(Qt::ElideNone);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setAccessibleName(tr("The request's story in %1").arg(m_shape));
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_list, 1);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) {
                if (current.isValid() && current.row() != m_step)
                    Q_EMIT chosen(current.row());
            });
}

void TaleColumn::setTheme(const style::Theme &theme)
{
    m_colours->setTheme(theme);
    m_list->viewport()->update();
}

void TaleColumn::tell(const Tale &tale)
{
    m_tale = tale;
    m_step = -1;
    m_list->setCurrentIndex({}); // else rows that go would make it another one, as if a person had chosen it
    m_model->show(tale);
    m_list->scrollToTop();
    const QString words = tale.steps.empty() ? tr("%1: no such request was kept yet").arg(m_shape)
                                             : u"%1: %2"_s.arg(m_shape, tale.summary);
    m_heading->setText(words);
    m_heading->setToolTip(style::tip(tr("%1, measured").arg(words)));
}

void TaleColumn::turnTo(int step)
{
    m_step = step;
    m_list->setCurrentIndex(m_model->index(step, 0));
    m_list->scrollTo(m_list->currentIndex());
}

} // namespace app::traces
