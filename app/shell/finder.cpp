// SPDX-FileCopyrightText: 2026 The Faultline authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "finder.h"

#include "finderrows.h"

#include <app/style/label.h>

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace app::shell {

using namespace Qt::StringLiterals;

namespace {

constexpr int widest = 620; // pixels
constexpr int rowsShown = 7;
constexpr int fromTheEdge = 34; // of the window: its last line stays

} // namespace

Finder::Finder(QWidget &window)
    : QFrame(&window)
    , m_window(window)
    , m_typed(new QLineEdit)
    , m_list(new QListView)
    , m_nothing(style::label(tr("Nothing fits. Try fewer letters."), "subtle"))
    , m_model(new FinderModel(this))
    , m_rows(new FinderRows(this))
{
    setProperty("kind", u"finder"_s);
    setAutoFillBackground(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 10, 10, 10);
    column->addWidget(m_typed);
    column->addWidget(m_nothing, 1, Qt::AlignTop);
    column->addWidget(m_list);
    m_typed->setClearButtonEnabled(false);
    m_list->setModel(m_model);
    m_list->setItemDelegate(m_rows);
    m_list->setFocusPolicy(Qt::NoFocus); // the keyboard stays with the line
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_typed->installEventFilter(this);
    window.installEventFilter(this);
    connect(m_typed, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_model->setTyped(typed);
        setCurrent(m_model->meant());
        place();
    });
    connect(m_list, &QListView::clicked, this, &Finder::chooseCurrent);
    hide();
}

void Finder::setTheme(const style::Theme &theme)
{
    m_rows->setTheme(theme);
}

void Finder::open(const QString &what, std::vector<Findable> all)
{
    if (!isVisible())
        m_before = QApplication::focusWidget();
    setAccessibleName(what);
    m_typed->setAccessibleName(what);
    m_list->setAccessibleName(tr("What fits"));
    m_typed->setPlaceholderText(what);
    {
        const QSignalBlocker quiet(m_typed); // the ones before are not pointed at again
        m_typed->clear();
    }
    m_model->setTyped({});
    m_model->setAll(std::move(all));
    setCurrent(m_model->meant());
    place();
    show();
    raise();
    m_typed->setFocus(Qt::ShortcutFocusReason);
}

// Below, so that the pictures show what is pointed at; the line stays where it is, however little fits.
void Finder::place()
{
    m_row = std::max(m_list->sizeHintForRow(0), m_row); // it has none while nothing fits
    m_list->setFixedHeight(std::clamp(m_model->rowCount(), 1, rowsShown) * m_row);
    layout()->activate();
    const auto around = layout()->contentsMargins();
    const int besides = around.top() + m_typed->sizeHint().height() + layout()->spacing() + around.bottom();
    const int highest = m_window.height() - 2 * fromTheEdge;
    const int top = m_window.height() - std::min(besides + rowsShown * m_row, highest) - fromTheEdge;
    const int width = std::min(widest, m_window.width() - 2 * fromTheEdge);
    setGeometry((m_window.width() - width) / 2, top, width, std::min(sizeHint().height(), highest));
}

void Finder::setCurrent(int row)
{
    m_nothing->setVisible(m_model->rowCount() == 0);
    m_list->setVisible(m_model->rowCount() > 0);
    if (row < 0 || m_model->rowCount() == 0) {
        m_list->setCurrentIndex({});
        m_typed->setAccessibleDescription({});
        Q_EMIT nothingFits();
        return;
    }
    const int within = std::min(row, m_model->rowCount() - 1);
    const auto current = m_model->index(within);
    m_list->setCurrentIndex(current);
    m_typed->setAccessibleDescription(current.data(Qt::AccessibleTextRole).toString());
    m_model->at(within).point();
}

void Finder::point(int by)
{
    const int count = m_model->rowCount();
    const int current = m_list->currentIndex().row(); // -1: none yet
    const bool isStep = std::abs(by) == 1; // which goes around the ends
    if (count > 0)
        setCurrent(isStep ? (std::max(current, by < 0 ? 0 : -1) + by + count) % count
                          : std::max(current + by, 0));
}

void Finder::chooseCurrent()
{
    const auto index = m_list->currentIndex();
    if (!index.isValid() || !m_model->at(index.row()).isEnabled)
        return;
    const auto choose = m_model->at(index.row()).choose; // a copy: the list may be filled anew meanwhile
    hide();
    choose();
}

void Finder::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    if (m_before && (QApplication::focusWidget() == nullptr || isAncestorOf(QApplication::focusWidget())))
        m_before->setFocus(Qt::ShortcutFocusReason);
    Q_EMIT closed();
}

bool Finder::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_window) {
        if (event->type() == QEvent::Resize && isVisible())
            place();
        return false;
    }
    if (event->type() == QEvent::FocusOut && isVisible() && isActiveWindow()
        && static_cast<QFocusEvent *>(event)->reason() != Qt::PopupFocusReason) {
        hide();
        return false;
    }
    if (event->type() != QEvent::KeyPress)
        return false;
    constexpr int page = 8;
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Down:
        point(1);
        return true;
    case Qt::Key_Up:
        point(-1);
        return true;
    case Qt::Key_PageDown:
        point(page);
        return true;
    case Qt::Key_PageUp:
        point(-page);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        chooseCurrent();
        return true;
    case Qt::Key_Escape:
        hide();
        return true;
    default:
        return false;
    }
}

} // namespace app::shell
