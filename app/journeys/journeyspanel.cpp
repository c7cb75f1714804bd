// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "journeyspanel.h"

#include <app/style/label.h>
#include <app/tables/quiettable.h>

#include <QEvent>
#include <QHeaderView>
#include <QLabel>
#include <QResizeEvent>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>

namespace app::journeys {

using namespace Qt::StringLiterals;
using style::label;

namespace {

constexpr int lowestRow = 22; // pixels
constexpr int mostSpareOfRow = 10; // where the panel is high
constexpr int heightOfRest = 330; // of the panel, besides its lines

QStringList titlesOf(const std::vector<model::packaging::Packaging> &packagings)
{
    QStringList titles;
    for (const auto &packaging : packagings)
        titles << packaging.title;
    return titles;
}

// Asks for the height that it needs beside a scroll bar. An area asks before it knows whether it shows one,
// and what wraps into one more line then would be cut off.
class Scrolled : public QWidget
{
public:
    int heightForWidth(int width) const override
    {
        return QWidget::heightForWidth(width - style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    }
};

} // namespace

JourneysPanel::JourneysPanel(const model::system::System &system,
                             const std::vector<model::packaging::Packaging> &packagings,
                             QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_comparisons(packagings.size())
    , m_model(new JourneysModel(system, titlesOf(packagings), this))
    , m_chips(new StateChip(this))
    , m_table(new tables::QuietTable(tr("What customers can do right now")))
    , m_loss(new LossCard(titlesOf(packagings), system.journeys.size()))
    , m_heading(label(tr("What customers can do right now"), "heading"))
{
    dressTable();
    auto *content = new Scrolled;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(14, 10, 10, 4);
    column->setSpacing(6);
    column->addWidget(m_heading);
    column->addWidget(m_table);
    column->addWidget(m_loss);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setAccessibleName(tr("Journeys"));
    scroll->setWidget(content);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(0, 0, 0, 0);
    frame->addWidget(scroll);
    m_content = content;
    fitTable();
}

void JourneysPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::FontChange) {
        fitTable();
        // And once more when all that is in here has changed, too.
        QMetaObject::invokeMethod(this, &JourneysPanel::fitTable, Qt::QueuedConnection);
    }
    QWidget::changeEvent(event);
}

void JourneysPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (event->oldSize().height() != height())
        fitTable();
}

bool JourneysPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        fitTable();
    return QWidget::eventFilter(watched, event);
}

void JourneysPanel::fitTable()
{
    auto *header = m_table->horizontalHeader();
    const int least = std::max(lowestRow, fontMetrics().height() + 7);
    const int room = (height() - heightOfRest) / std::max(m_model->rowCount(), 1);
    const int row = std::clamp(room, least, least + mostSpareOfRow);
    m_table->verticalHeader()->setMinimumSectionSize(row);
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->setFixedHeight(row * m_model->rowCount() + header->sizeHint().height() + 2);
    if (m_content == nullptr || header->hiddenSectionCount() > 0)
        return; // there has to be room for all columns
    header->setSectionResizeMode(QHeaderView::Fixed);
    header->setSectionResizeMode(0, QHeaderView::Stretch);
    const QAbstractItemView *view = m_table;
    int width = 2 * m_table->frameWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        // For the longest words: the columns keep still.
        const int wanted = std::max(view->sizeHintForColumn(column), header->sectionSizeHint(column));
        width += wanted;
        if (column > 0)
            header->resizeSection(column, wanted);
    }
    m_table->setMinimumWidth(width);
    setMinimumWidth(m_content->minimumSizeHint().width()); // whatever is written in it
}

void JourneysPanel::dressTable()
{
    m_table->setUp(m_model, {});
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems); // a journey in one shape
    for (int column = 1; column < m_model->columnCount(); ++column)
        m_table->setItemDelegateForColumn(column, m_chips);
    auto *header = m_table->horizontalHeader();
    header->setStretchLastSection(false); // the first has what is left
    QFont small = header->font(); // about as the style sheet will have it
    small.setPointSizeF(small.pointSizeF() * 0.9);
    header->setFont(small);
    header->setProperty("kind", u"small"_s);
    header->installEventFilter(this); // its letters become what they are after those of the panel
    header->setDefaultAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_table->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_table->setToolTip(style::tip(tr("Double-click, or Enter: follow the latest attempt step by step")));
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        const auto last = static_cast<int>(m_packagings.size()) - 1;
        const int fleet = index.column() > 0 ? index.column() - 1 : last; // the name: in the last shape
        Q_EMIT traceWanted(fleet, m_system.journeys[static_cast<size_t>(index.row())].id);
    });
}

void JourneysPanel::setTheme(const style::Theme &theme)
{
    m_chips->setTheme(theme);
    m_table->setTheme(theme);
}

void JourneysPanel::setFleetVisible(int fleet, bool visible)
{
    m_table->setColumnHidden(fleet + 1, !visible);
    m_loss->setFleetVisible(fleet, visible);
}

void JourneysPanel::expect(int fleet, const model::analysis::BlastRadius &radius)
{
    m_comparisons[static_cast<size_t>(fleet)].expect(radius.journeys);
}

void JourneysPanel::doubt(int fleet)
{
    m_comparisons[static_cast<size_t>(fleet)].doubt();
}

void JourneysPanel::choose(const model::system::JourneyId &journey)
{
    const auto found = std::ranges::find(m_system.journeys, journey, &model::system::Journey::id);
    if (found == m_system.journeys.end())
        return;
    m_table->setCurrentIndex(m_model->index(static_cast<int>(found - m_system.journeys.begin()), 0));
    m_table->setFocus(Qt::ShortcutFocusReason);
}

void JourneysPanel::forgetPrediction()
{
    m_loss->forgetPrediction();
    for (int fleet = 0; fleet < static_cast<int>(m_packagings.size()); ++fleet)
        m_model->setPrediction(fleet, {});
}

} // namespace app::journeys
