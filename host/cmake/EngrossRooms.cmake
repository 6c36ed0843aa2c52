# One folder of host/ is one library. Which room may use which stands in host/rooms.txt and nowhere else:
# the link order is read from it here, and tests/architecture checks the includes against it.

# engross_room(<third-party targets>...): the library of the current folder.
function(engross_room)
  get_filename_component(room "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp")
  add_library(engross_${room} STATIC ${sources})
  target_include_directories(engross_${room} PUBLIC "${PROJECT_SOURCE_DIR}/host")
  engross_neighbours("${room}" neighbours)
  target_link_libraries(engross_${room} PUBLIC ${neighbours} PRIVATE ${ARGN})
endfunction()

# The libraries of the rooms that rooms.txt allows a room to include.
function(engross_neighbours room out)
  set_property(DIRECTORY "${PROJECT_SOURCE_DIR}" APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS
               "${PROJECT_SOURCE_DIR}/host/rooms.txt")
  file(STRINGS "${PROJECT_SOURCE_DIR}/host/rooms.txt" line REGEX "^room ${room}:")
  if(NOT line)
    message(FATAL_ERROR "host/${room} is not in host/rooms.txt")
  endif()
  string(REGEX REPLACE "^room ${room}:" "" names "${line}")
  separate_arguments(names UNIX_COMMAND "${names}")
  set(targets "")
  foreach(name IN LISTS names)
    string(REGEX REPLACE "/.*" "" name "${name}")
    file(GLOB sources "${PROJECT_SOURCE_DIR}/host/${name}/*.cpp")
    if(sources)
      list(APPEND targets "engross_${name}")
    endif()
  endforeach()
  set(${out} "${targets}" PARENT_SCOPE)
endfunction()

# engross_test(<libraries>...): every *_test.cpp of the current folder of tests/, as one program.
function(engross_test)
  get_filename_component(room "${CMAKE_CURRENT_SOURCE_DIR}" NAME)
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp")
  if(NOT sources)
    return()
  endif()
  add_executable(test_${room} ${sources})
  target_include_directories(test_${room} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_link_libraries(test_${room} PRIVATE ${ARGN} GTest::gtest_main)
  target_compile_definitions(test_${room} PRIVATE ENGROSS_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                                  ENGROSS_BINARY_DIR="${PROJECT_BINARY_DIR}")
  gtest_discover_tests(test_${room} TEST_PREFIX "${room}." DISCOVERY_MODE PRE_TEST
                       PROPERTIES LABELS "${room}" TIMEOUT 600)
endfunction()
