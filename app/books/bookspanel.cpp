// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "bookspanel.h"

#include "bookcard.h"
#include "booksmodel.h"

#include <app/style/label.h>
#include <app/style/leadfocus.h>
#include <app/tables/quiettable.h>
#include <app/wording/figures.h>

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTime>

#include <algorithm>

namespace app::books {

using namespace Qt::StringLiterals;

namespace {

constexpr int leastOfCard = 256;
constexpr int mostOfCard = 420;
constexpr double shareOfCard = 0.235; // of the panel's width
constexpr int gapOfCards = 10;
constexpr int widthOfBar = 12; // to scroll with

} // namespace

BooksPanel::BooksPanel(const QStringList &fleetTitles, QWidget *parent)
    : QWidget(parent)
    , m_model(new BooksModel(this))
    , m_sums(new QScrollArea)
    , m_table(new tables::QuietTable(tr("Books, order by order")))
    , m_empty(style::label({}, "subtle"))
    , m_when(style::label({}, "small"))
    , m_now(new QPushButton(tr("Check now")))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 8, 10, 6);
    row->setSpacing(10);
    row->addWidget(buildCards(fleetTitles));
    m_now->setProperty("extent", u"small"_s);
    m_when->setWordWrap(false);
    m_empty->setAlignment(Qt::AlignTop);
    m_empty->setText(tr("Every few seconds all stores are read and compared. What is in flight, what was "
                        "undone and what is wrong is listed here."));
    auto *head = new QHBoxLayout;
    head->addWidget(style::label(tr("Order by order"), "heading"), 1);
    head->addWidget(m_when);
    head->addWidget(m_now);
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    row->addLayout(column, 1);
    m_table->setUp(m_model, {92, 84, 128});
    m_table->hide();
    setMinimumHeight(110);
    style::leadFocus(*this, *m_now);
    connect(m_now, &QPushButton::clicked, this, &BooksPanel::readingWanted);
}

// They need more height than there may be.
QWidget *BooksPanel::buildCards(const QStringList &fleetTitles)
{
    auto *cards = new QWidget;
    auto *row = new QHBoxLayout(cards);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(gapOfCards);
    row->setAlignment(Qt::AlignLeft);
    for (const auto &title : fleetTitles) {
        m_cards.push_back(new BookCard(title));
        row->addWidget(m_cards.back());
    }
    m_sums->setWidgetResizable(true);
    m_sums->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_sums->setAccessibleName(tr("Books in sum"));
    m_sums->setWidget(cards);
    fitCards();
    return m_sums;
}

// The wider they are, the fewer of their words are out of sight.
void BooksPanel::fitCards()
{
    const int widthOfCard = std::clamp(static_cast<int>(width() * shareOfCard), leastOfCard, mostOfCard);
    for (auto *card : m_cards)
        card->setFixedWidth(widthOfCard);
    const auto shown = static_cast<int>(
        std::ranges::count_if(m_cards, [](const BookCard *card) { return !card->isHidden(); }));
    m_sums->setFixedWidth(shown * (widthOfCard + gapOfCards) - gapOfCards + widthOfBar);
}

void BooksPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitCards();
}

void BooksPanel::setTheme(const style::Theme &theme)
{
    m_table->setTheme(theme);
    for (auto *card : m_cards)
        card->setTheme(theme);
}

void BooksPanel::setFleetVisible(int fleet, bool visible)
{
    m_cards[static_cast<size_t>(fleet)]->setVisible(visible);
    fitCards();
}

void BooksPanel::show(const services::platform::BooksReading &reading)
{
    const QString before = title();
    m_books.take(reading);
    for (size_t fleet = 0; fleet < std::min(m_cards.size(), m_books.standings().size()); ++fleet)
        m_cards[fleet]->show(m_books.standings()[fleet]);
    m_model->show(m_books.standings());
    const bool isEmpty = m_model->rowCount() == 0;
    m_table->setVisible(!isEmpty);
    m_empty->setVisible(isEmpty);
    m_empty->setText(tr("Nothing is in flight, nothing was undone, and nothing is wrong."));
    m_when->setToolTip(style::tip(tr("Measured: the processor time it took, beside everything that runs")));
    m_when->setText(
        tr("Read at %1, took %2")
            .arg(QTime::currentTime().toString(u"HH:mm:ss"_s), wording::milliseconds(reading.took)));
    if (title() != before)
        Q_EMIT titleChanged(title());
}

void BooksPanel::showFailure(const QString &why)
{
    for (auto *card : m_cards)
        card->say(why);
    m_empty->setText(why);
}

QString BooksPanel::title() const
{
    switch (m_books.verdict()) {
    case Verdict::Balanced:
    case Verdict::Moving:
        return tr("Books balance ✓");
    case Verdict::Wrong:
        return tr("Books: %1 wrong ✗").arg(m_books.wrong());
    case Verdict::Unreadable:
        return tr("Books balance ?");
    case Verdict::Unknown:
        break;
    }
    return tr("Books balance");
}

} // namespace app::books
