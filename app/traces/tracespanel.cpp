// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tracespanel.h"

#include "comparisonmodel.h"
#include "detailsmodel.h"
#include "durationhistogram.h"
#include "filterbar.h"
#include "waterfallview.h"

#include <app/style/label.h>
#include <app/style/leadfocus.h>
#include <app/style/smallbutton.h>
#include <app/tables/quiettable.h>

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QStackedWidget>

#include <algorithm>

namespace app::traces {

using namespace Qt::StringLiterals;
using style::smallButton;

TracesPanel::TracesPanel(const model::system::System &system,
                         const std::vector<model::packaging::Packaging> &packagings,
                         QWidget *parent)
    : QWidget(parent)
    , m_system(system)
    , m_packagings(packagings)
    , m_model(new TracesModel(system, packagings, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_details(new DetailsModel(this))
    , m_comparison(new ComparisonModel(this))
    , m_filter(new FilterBar(system, packagings))
    , m_live(new QCheckBox(tr("Live")))
    , m_compare(smallButton(tr("Compare"), tr("Keep this one, and compare whatever is chosen next with it")))
    , m_followIt(smallButton(tr("Follow"), tr("Tell it step by step, on the picture (Enter)")))
    , m_logs(smallButton(tr("Logs"),
                         tr("What the instances have noted about this request, where the chosen span was")))
    , m_list(new tables::QuietTable(tr("Traced requests")))
    , m_histogram(new DurationHistogram)
    , m_waterfall(new WaterfallView)
    , m_detailTable(new tables::QuietTable(tr("What was measured of the span")))
    , m_comparisonTable(new tables::QuietTable(tr("Two requests, compared")))
    , m_heading(style::label(tr("Choose a request"), "heading"))
    , m_views(new QStackedWidget)
    , m_story(new FollowPage(system, packagings))
    , m_pages(new QStackedWidget)
{
    setMinimumHeight(110);
    style::leadFocus(*this, *m_list);
    m_live->setChecked(true);
    m_live->setToolTip(style::tip(tr("The list keeps up with what happens, until you choose something")));
    m_compare->setCheckable(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(6);
    head->addWidget(m_filter, 1);
    for (QWidget *each : {static_cast<QWidget *>(m_live), static_cast<QWidget *>(m_compare),
                          static_cast<QWidget *>(m_followIt), static_cast<QWidget *>(m_logs)})
        head->addWidget(each);
    auto *parts = new QSplitter(Qt::Horizontal);
    parts->setChildrenCollapsible(false);
    parts->addWidget(buildList());
    parts->addWidget(m_histogram);
    parts->addWidget(buildView());
    parts->addWidget(m_detailTable);
    parts->setSizes({460, 180, 450, 210});
    const int stretch[] = {2, 2, 6, 2}; // of what there is more of in a wide window
    for (int part = 0; part < parts->count(); ++part)
        parts->setStretchFactor(part, stretch[part]);
    auto *browsing = new QWidget;
    auto *column = new QVBoxLayout(browsing);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(parts, 1);
    m_pages->addWidget(browsing);
    m_pages->addWidget(m_story);
    auto *frame = new QVBoxLayout(this);
    frame->setContentsMargins(14, 8, 10, 6);
    frame->addWidget(m_pages);
    connectAll();
    showChosen();
}

QWidget *TracesPanel::buildList()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(TracesModel::sortRole);
    m_sorted->setSortLocaleAware(true);
    m_list->setUp(m_sorted, {102, 92, 60, 38, 42});
    m_list->makeSortable(tr("In Traces"));
    m_detailTable->setUp(m_details, {92});
    m_comparisonTable->setUp(m_comparison, {200, 110, 110});
    m_list->setMinimumWidth(240);
    m_detailTable->setMinimumWidth(150);
    return m_list;
}

QWidget *TracesPanel::buildView()
{
    m_heading->setWordWrap(false);
    m_heading->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_views->addWidget(m_waterfall);
    m_views->addWidget(m_comparisonTable);
    auto *view = new QWidget;
    auto *column = new QVBoxLayout(view);
    column->setContentsMargins(8, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_heading);
    column->addWidget(m_views, 1);
    return view;
}

void TracesPanel::connectAll()
{
    connect(m_filter, &FilterBar::changed, this, &TracesPanel::fill);
    connect(m_histogram, &DurationHistogram::rangeChosen, m_filter, &FilterBar::setDuration);
    connect(m_live, &QCheckBox::toggled, this, [this] { fill(); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &TracesPanel::chooseRow);
    connect(m_list, &QTableView::activated, this, [this] { m_followIt->click(); });
    connect(m_compare, &QPushButton::toggled, this, &TracesPanel::pin);
    connect(m_followIt, &QPushButton::clicked, this, [this] {
        if (m_chosen.has_value())
            followKey(*m_chosen);
    });
    connect(m_logs, &QPushButton::clicked, this, &TracesPanel::askForLogs);
    connect(m_waterfall, &WaterfallView::chosen, this,
            [this](int span) { m_details->show(m_trace, span, m_system, packaging()); });
    connect(m_story, &FollowPage::left, this, &TracesPanel::leaveStory);
    connect(m_story, &FollowPage::stepShown, this, &TracesPanel::stepShown);
    connect(m_story, &FollowPage::nothingShown, this, &TracesPanel::noStepShown);
    connect(m_story, &FollowPage::exportWanted, this, &TracesPanel::exportWanted);
}

void TracesPanel::setTheme(const style::Theme &theme)
{
    for (auto *table : {m_list, m_detailTable, m_comparisonTable})
        table->setTheme(theme);
    m_histogram->setTheme(theme);
    m_waterfall->setTheme(theme);
    m_story->setTheme(theme);
}

void TracesPanel::setFleetVisible(int fleet, bool visible)
{
    m_filter->setFleetVisible(fleet, visible);
    m_story->setFleetVisible(fleet, visible);
}

void TracesPanel::refresh()
{
    Q_EMIT tracesWanted();
    if (m_chosen.has_value())
        ask(*m_chosen); // messages come after the answer
}

void TracesPanel::showTraces(const Glances &traces)
{
    m_latest = traces;
    if (std::exchange(m_isListDue, false) || m_live->isChecked())
        fill();
    if (m_awaited.has_value())
        followAwaited();
}

void TracesPanel::fill()
{
    {
        const QScopedValueRollback marking(m_isMarking, true);
        m_model->show(m_latest, m_filter->filter());
    }
    m_histogram->show(m_latest, m_filter->filter());
    const auto &filter = m_filter->filter();
    const auto shown
        = std::ranges::count_if(m_latest, [&](const auto &trace) { return filter.lets(*trace); });
    m_filter->showCount(static_cast<int>(shown), static_cast<int>(m_latest.size()));
    mark();
}

void TracesPanel::mark()
{
    const QScopedValueRollback marking(m_isMarking, true);
    const auto known = m_chosen.has_value() ? m_model->rowOf(*m_chosen) : std::nullopt;
    const auto row = known ? m_sorted->mapFromSource(m_model->index(*known, 0)) : QModelIndex();
    if (!row.isValid())
        m_list->setCurrentIndex({});
    else if (m_list->currentIndex().row() != row.row())
        m_list->selectRow(row.row());
}

void TracesPanel::chooseRow()
{
    const auto key = m_model->keyAt(m_sorted->mapToSource(m_list->currentIndex()).row());
    if (m_isMarking || !key.has_value() || key == m_chosen)
        return;
    const QSignalBlocker quiet(m_live);
    m_live->setChecked(false);
    turnTo(*key);
}

} // namespace app::traces
